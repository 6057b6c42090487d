"""The IRIs of all terms as typed names, so that a type checker finds a mistyped one; alliance.ttl defines them.

A plain list by vocabulary, a term a line, which a test holds equal to the Turtle files.

>>> AG.Contribution
'https://w3id.org/alliancegraph/ontology#Contribution'
"""
# ruff: noqa: N815 (names are those of the terms)

from typing import Final

ONTOLOGY: Final = "https://w3id.org/alliancegraph/ontology#"
DATA: Final = "https://w3id.org/alliancegraph/id/"


class AG:
    """Our own terms."""

    base: Final[str] = ONTOLOGY
    Account: Final[str] = base + "Account"
    ActType: Final[str] = base + "ActType"
    AnnouncedMeasure: Final[str] = base + "AnnouncedMeasure"
    Answer: Final[str] = base + "Answer"
    Assessment: Final[str] = base + "Assessment"
    Audience: Final[str] = base + "Audience"
    AwarenessDay: Final[str] = base + "AwarenessDay"
    Campaign: Final[str] = base + "Campaign"
    Company: Final[str] = base + "Company"
    Conference: Final[str] = base + "Conference"
    Contest: Final[str] = base + "Contest"
    Contribution: Final[str] = base + "Contribution"
    Database: Final[str] = base + "Database"
    DerivedStatement: Final[str] = base + "DerivedStatement"
    Event: Final[str] = base + "Event"
    Figure: Final[str] = base + "Figure"
    Finding: Final[str] = base + "Finding"
    Initiative: Final[str] = base + "Initiative"
    Judgement: Final[str] = base + "Judgement"
    Kind: Final[str] = base + "Kind"
    LegislativeProject: Final[str] = base + "LegislativeProject"
    Measure: Final[str] = base + "Measure"
    MediaOutlet: Final[str] = base + "MediaOutlet"
    MediaProduct: Final[str] = base + "MediaProduct"
    Meeting: Final[str] = base + "Meeting"
    Member: Final[str] = base + "Member"
    NGO: Final[str] = base + "NGO"
    OperationalGoal: Final[str] = base + "OperationalGoal"
    OrganizationGroup: Final[str] = base + "OrganizationGroup"
    Penalty: Final[str] = base + "Penalty"
    PolicyTarget: Final[str] = base + "PolicyTarget"
    Programme: Final[str] = base + "Programme"
    Project: Final[str] = base + "Project"
    Promise: Final[str] = base + "Promise"
    Publication: Final[str] = base + "Publication"
    Qualifier: Final[str] = base + "Qualifier"
    ReadingState: Final[str] = base + "ReadingState"
    Receipt: Final[str] = base + "Receipt"
    ReplacedClaim: Final[str] = base + "ReplacedClaim"
    ReviewState: Final[str] = base + "ReviewState"
    Role: Final[str] = base + "Role"
    Rule: Final[str] = base + "Rule"
    Section: Final[str] = base + "Section"
    SectionState: Final[str] = base + "SectionState"
    Service: Final[str] = base + "Service"
    SourceNote: Final[str] = base + "SourceNote"
    StatedFact: Final[str] = base + "StatedFact"
    Statistic: Final[str] = base + "Statistic"
    Status: Final[str] = base + "Status"
    Submission: Final[str] = base + "Submission"
    Tally: Final[str] = base + "Tally"
    Tour: Final[str] = base + "Tour"
    Training: Final[str] = base + "Training"
    Verdict: Final[str] = base + "Verdict"
    Visit: Final[str] = base + "Visit"
    Workshop: Final[str] = base + "Workshop"
    about: Final[str] = base + "about"
    account: Final[str] = base + "account"
    actor: Final[str] = base + "actor"
    additionalPenalty: Final[str] = base + "additionalPenalty"
    alternativePenalty: Final[str] = base + "alternativePenalty"
    announcedIn: Final[str] = base + "announcedIn"
    asOf: Final[str] = base + "asOf"
    audience: Final[str] = base + "audience"
    basedOn: Final[str] = base + "basedOn"
    briefName: Final[str] = base + "briefName"
    byGoal: Final[str] = base + "byGoal"
    byRole: Final[str] = base + "byRole"
    byStatus: Final[str] = base + "byStatus"
    byYear: Final[str] = base + "byYear"
    canonical: Final[str] = base + "canonical"
    channel: Final[str] = base + "channel"
    claimId: Final[str] = base + "claimId"
    concerns: Final[str] = base + "concerns"
    condition: Final[str] = base + "condition"
    context: Final[str] = base + "context"
    contributesTo: Final[str] = base + "contributesTo"
    cooperatesWith: Final[str] = base + "cooperatesWith"
    count: Final[str] = base + "count"
    corrects: Final[str] = base + "corrects"
    counted: Final[str] = base + "counted"
    country: Final[str] = base + "country"
    dateAsWritten: Final[str] = base + "dateAsWritten"
    dayAfter: Final[str] = base + "dayAfter"
    displayName: Final[str] = base + "displayName"
    dueFrom: Final[str] = base + "dueFrom"
    earliest: Final[str] = base + "earliest"
    endsBefore: Final[str] = base + "endsBefore"
    entails: Final[str] = base + "entails"
    evidence: Final[str] = base + "evidence"
    firstDue: Final[str] = base + "firstDue"
    formerName: Final[str] = base + "formerName"
    goal: Final[str] = base + "goal"
    heading: Final[str] = base + "heading"
    initiative: Final[str] = base + "initiative"
    iriSegment: Final[str] = base + "iriSegment"
    judgedBy: Final[str] = base + "judgedBy"
    judgedOn: Final[str] = base + "judgedOn"
    judges: Final[str] = base + "judges"
    kind: Final[str] = base + "kind"
    latest: Final[str] = base + "latest"
    maximumMonths: Final[str] = base + "maximumMonths"
    measures: Final[str] = base + "measures"
    member: Final[str] = base + "member"
    memberType: Final[str] = base + "memberType"
    minimumMonths: Final[str] = base + "minimumMonths"
    nameAsWritten: Final[str] = base + "nameAsWritten"
    names: Final[str] = base + "names"
    note: Final[str] = base + "note"
    ofMember: Final[str] = base + "ofMember"
    occasion: Final[str] = base + "occasion"
    onGoal: Final[str] = base + "onGoal"
    onTrust: Final[str] = base + "onTrust"
    outOf: Final[str] = base + "outOf"
    outcome: Final[str] = base + "outcome"
    page: Final[str] = base + "page"
    penaltyAsWritten: Final[str] = base + "penaltyAsWritten"
    period: Final[str] = base + "period"
    plansToContributeTo: Final[str] = base + "plansToContributeTo"
    protects: Final[str] = base + "protects"
    provision: Final[str] = base + "provision"
    published: Final[str] = base + "published"
    punishes: Final[str] = base + "punishes"
    punishment: Final[str] = base + "punishment"
    purpose: Final[str] = base + "purpose"
    qualifier: Final[str] = base + "qualifier"
    quote: Final[str] = base + "quote"
    reason: Final[str] = base + "reason"
    readingState: Final[str] = base + "readingState"
    receipt: Final[str] = base + "receipt"
    recipient: Final[str] = base + "recipient"
    recordedBy: Final[str] = base + "recordedBy"
    refersTo: Final[str] = base + "refersTo"
    report: Final[str] = base + "report"
    reportedBefore: Final[str] = base + "reportedBefore"
    reviewNote: Final[str] = base + "reviewNote"
    reviewState: Final[str] = base + "reviewState"
    reviewedBy: Final[str] = base + "reviewedBy"
    reviewedOn: Final[str] = base + "reviewedOn"
    representatives: Final[str] = base + "representatives"
    represents: Final[str] = base + "represents"
    role: Final[str] = base + "role"
    rule: Final[str] = base + "rule"
    scheme: Final[str] = base + "scheme"
    section: Final[str] = base + "section"
    sectionLabel: Final[str] = base + "sectionLabel"
    sha256: Final[str] = base + "sha256"
    shortName: Final[str] = base + "shortName"
    source: Final[str] = base + "source"
    startsAt: Final[str] = base + "startsAt"
    state: Final[str] = base + "state"
    statedBy: Final[str] = base + "statedBy"
    states: Final[str] = base + "states"
    status: Final[str] = base + "status"
    targetPeriod: Final[str] = base + "targetPeriod"
    tellsOf: Final[str] = base + "tellsOf"
    text: Final[str] = base + "text"
    ticked: Final[str] = base + "ticked"
    togetherWith: Final[str] = base + "togetherWith"
    topic: Final[str] = base + "topic"
    under: Final[str] = base + "under"
    underLaw: Final[str] = base + "underLaw"
    unit: Final[str] = base + "unit"
    upperValue: Final[str] = base + "upperValue"
    value: Final[str] = base + "value"
    valueAsWritten: Final[str] = base + "valueAsWritten"
    verdict: Final[str] = base + "verdict"
    warning: Final[str] = base + "warning"
    webAddress: Final[str] = base + "webAddress"
    wording: Final[str] = base + "wording"
    words: Final[str] = base + "words"
    worksWith: Final[str] = base + "worksWith"
    year: Final[str] = base + "year"
    yearOfAct: Final[str] = base + "yearOfAct"


class CV:
    """Core Public Organisation Vocabulary."""

    base: Final[str] = "http://data.europa.eu/m8g/"
    PublicOrganisation: Final[str] = base + "PublicOrganisation"


class DCAT:
    """Data Catalog Vocabulary."""

    base: Final[str] = "http://www.w3.org/ns/dcat#"
    Dataset: Final[str] = base + "Dataset"


class DC:
    """Dublin Core elements 1.1, whose values may be words."""

    base: Final[str] = "http://purl.org/dc/elements/1.1/"
    source: Final[str] = base + "source"


class DCTERMS:
    """Dublin Core terms."""

    base: Final[str] = "http://purl.org/dc/terms/"
    bibliographicCitation: Final[str] = base + "bibliographicCitation"
    conformsTo: Final[str] = base + "conformsTo"
    description: Final[str] = base + "description"
    isPartOf: Final[str] = base + "isPartOf"
    isReplacedBy: Final[str] = base + "isReplacedBy"
    language: Final[str] = base + "language"
    license: Final[str] = base + "license"
    rights: Final[str] = base + "rights"
    source: Final[str] = base + "source"
    title: Final[str] = base + "title"


class ELI:
    """European Legislation Identifier."""

    base: Final[str] = "http://data.europa.eu/eli/ontology#"
    LegalResource: Final[str] = base + "LegalResource"
    LegalResourceSubdivision: Final[str] = base + "LegalResourceSubdivision"
    amends: Final[str] = base + "amends"
    cites: Final[str] = base + "cites"
    commences: Final[str] = base + "commences"
    date_no_longer_in_force: Final[str] = base + "date_no_longer_in_force"
    ensures_implementation_of: Final[str] = base + "ensures_implementation_of"
    first_date_entry_in_force: Final[str] = base + "first_date_entry_in_force"
    is_part_of: Final[str] = base + "is_part_of"
    number: Final[str] = base + "number"
    repeals: Final[str] = base + "repeals"
    transposes: Final[str] = base + "transposes"
    type_document: Final[str] = base + "type_document"


class FOAF:
    """Friend of a Friend."""

    base: Final[str] = "http://xmlns.com/foaf/0.1/"
    Agent: Final[str] = base + "Agent"
    Project: Final[str] = base + "Project"


class OA:
    """Web Annotation."""

    base: Final[str] = "http://www.w3.org/ns/oa#"
    SpecificResource: Final[str] = base + "SpecificResource"
    TextPositionSelector: Final[str] = base + "TextPositionSelector"
    TextQuoteSelector: Final[str] = base + "TextQuoteSelector"
    end: Final[str] = base + "end"
    exact: Final[str] = base + "exact"
    hasSelector: Final[str] = base + "hasSelector"
    hasSource: Final[str] = base + "hasSource"
    prefix: Final[str] = base + "prefix"
    start: Final[str] = base + "start"
    suffix: Final[str] = base + "suffix"


class ORG:
    """Organization Ontology."""

    base: Final[str] = "http://www.w3.org/ns/org#"
    ChangeEvent: Final[str] = base + "ChangeEvent"
    Membership: Final[str] = base + "Membership"
    Organization: Final[str] = base + "Organization"
    OrganizationalCollaboration: Final[str] = base + "OrganizationalCollaboration"
    Role: Final[str] = base + "Role"
    member: Final[str] = base + "member"
    memberOf: Final[str] = base + "memberOf"
    organization: Final[str] = base + "organization"
    originalOrganization: Final[str] = base + "originalOrganization"
    resultingOrganization: Final[str] = base + "resultingOrganization"
    role: Final[str] = base + "role"
    subOrganizationOf: Final[str] = base + "subOrganizationOf"


class OWL:
    """OWL 2."""

    base: Final[str] = "http://www.w3.org/2002/07/owl#"
    AnnotationProperty: Final[str] = base + "AnnotationProperty"
    Class: Final[str] = base + "Class"
    DatatypeProperty: Final[str] = base + "DatatypeProperty"
    ObjectProperty: Final[str] = base + "ObjectProperty"
    Ontology: Final[str] = base + "Ontology"
    deprecated: Final[str] = base + "deprecated"
    versionIRI: Final[str] = base + "versionIRI"
    versionInfo: Final[str] = base + "versionInfo"


class PROV:
    """PROV-O."""

    base: Final[str] = "http://www.w3.org/ns/prov#"
    Plan: Final[str] = base + "Plan"
    wasDerivedFrom: Final[str] = base + "wasDerivedFrom"


class RDF:
    """RDF."""

    base: Final[str] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
    Property: Final[str] = base + "Property"
    Statement: Final[str] = base + "Statement"
    langString: Final[str] = base + "langString"
    object: Final[str] = base + "object"
    predicate: Final[str] = base + "predicate"
    subject: Final[str] = base + "subject"
    type: Final[str] = base + "type"


class RDFS:
    """RDF Schema."""

    base: Final[str] = "http://www.w3.org/2000/01/rdf-schema#"
    domain: Final[str] = base + "domain"
    isDefinedBy: Final[str] = base + "isDefinedBy"
    label: Final[str] = base + "label"
    range: Final[str] = base + "range"
    subClassOf: Final[str] = base + "subClassOf"


class SCHEMA:
    """Schema.org."""

    base: Final[str] = "https://schema.org/"
    Event: Final[str] = base + "Event"
    NGO: Final[str] = base + "NGO"
    Place: Final[str] = base + "Place"
    Report: Final[str] = base + "Report"
    location: Final[str] = base + "location"
    rangeIncludes: Final[str] = base + "rangeIncludes"
    sameAs: Final[str] = base + "sameAs"


class SH:
    """SHACL."""

    base: Final[str] = "http://www.w3.org/ns/shacl#"
    NodeShape: Final[str] = base + "NodeShape"
    conforms: Final[str] = base + "conforms"
    focusNode: Final[str] = base + "focusNode"
    resultMessage: Final[str] = base + "resultMessage"
    resultPath: Final[str] = base + "resultPath"


class SKOS:
    """SKOS."""

    base: Final[str] = "http://www.w3.org/2004/02/skos/core#"
    Concept: Final[str] = base + "Concept"
    ConceptScheme: Final[str] = base + "ConceptScheme"
    altLabel: Final[str] = base + "altLabel"
    broader: Final[str] = base + "broader"
    definition: Final[str] = base + "definition"
    hiddenLabel: Final[str] = base + "hiddenLabel"
    inScheme: Final[str] = base + "inScheme"
    notation: Final[str] = base + "notation"
    prefLabel: Final[str] = base + "prefLabel"
    relatedMatch: Final[str] = base + "relatedMatch"
    topConceptOf: Final[str] = base + "topConceptOf"


class VOID:
    """Vocabulary of Interlinked Datasets."""

    base: Final[str] = "http://rdfs.org/ns/void#"
    Dataset: Final[str] = base + "Dataset"
    triples: Final[str] = base + "triples"
    vocabulary: Final[str] = base + "vocabulary"


class XSD:
    """XML Schema datatypes."""

    base: Final[str] = "http://www.w3.org/2001/XMLSchema#"
    date: Final[str] = base + "date"
    decimal: Final[str] = base + "decimal"
    integer: Final[str] = base + "integer"
    string: Final[str] = base + "string"


class StateWord:
    """The words (skos:notation) of the states of sections."""

    answered: Final = "answered"
    blank: Final = "blank"
    nothing_to_report: Final = "nothing-to-report"
    outside: Final = "outside"
    refers_elsewhere: Final = "refers-elsewhere"


class ReadingWord:
    """The words of the reading states."""

    read: Final = "read"
    in_part: Final = "in-part"
    not_yet: Final = "not-yet"


class ReviewWord:
    """The words of the review states."""

    drafted: Final = "drafted"
    recorded: Final = "recorded"
    reviewed: Final = "reviewed"
    disputed: Final = "disputed"
    corrected: Final = "corrected"
    amended: Final = "amended"
    overturned: Final = "overturned"


PREFIXES: Final[dict[str, str]] = {
    "ag": AG.base,
    "cv": CV.base,
    "dc": DC.base,
    "dcat": DCAT.base,
    "dcterms": DCTERMS.base,
    "eli": ELI.base,
    "foaf": FOAF.base,
    "oa": OA.base,
    "org": ORG.base,
    "owl": OWL.base,
    "prov": PROV.base,
    "rdf": RDF.base,
    "rdfs": RDFS.base,
    "schema": SCHEMA.base,
    "sh": SH.base,
    "skos": SKOS.base,
    "void": VOID.base,
    "xsd": XSD.base,
}
