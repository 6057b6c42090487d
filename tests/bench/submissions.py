"""What an alliance's own list says of a member: that it is one, and whether its report of a year was received."""

from pyoxigraph import Literal

from alliancegraph.graph.model.iris import mint, slug
from alliancegraph.graph.model.members import member_facts
from alliancegraph.graph.model.reports import Entity, Member
from alliancegraph.ontology.terms import AG, DC
from tests.bench.form import SCHEME
from tests.bench.terms import concept, english, fact, integer, is_a, term

MEMBER_TYPE = "invented government"


def listed_member(member: Member) -> Entity:
    """Return the member."""
    said = (*member_facts(member), fact(member.iri, AG.memberType, Literal(MEMBER_TYPE)))
    return Entity(member.iri, term(AG.Member), said)


def submission(member: Member, year: int, receipt: str) -> Entity:
    """Return whether its report for that year was received: a word for receipts."""
    iri = mint("submission", f"{slug(member.label)}-{year}")
    facts = (
        is_a(iri, AG.Submission),
        fact(iri, AG.dueFrom, member.iri),
        fact(iri, AG.year, integer(year)),
        fact(iri, AG.receipt, concept(AG.Receipt, receipt)),
        fact(iri, AG.scheme, SCHEME.iri),
        fact(iri, DC.source, english("The alliance's list, made up.")),
    )
    return Entity(iri, term(AG.Submission), facts)
