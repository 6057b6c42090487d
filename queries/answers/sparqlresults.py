"""Answers as SPARQL 1.1 Query Results in CSV and in JSON."""

import csv
import io
import json

from pyoxigraph import Literal, NamedNode, Triple

from alliancegraph.ontology.terms import XSD
from alliancegraph.queries.answers.answer import Answer
from alliancegraph.queries.answers.cells import Term, text


def to_csv(answer: Answer) -> str:
    """Return the rows as CSV (RFC 4180), IRIs in full, lines ended by CR LF; line breaks in cells are kept."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    writer.writerows([text(term) for term in terms] for terms in answer.terms)
    return out.getvalue()


def to_json(answer: Answer) -> str:
    """Return the rows as a JSON document; a cell without a value has no binding."""
    bindings = [
        {name: _term(term) for name, term in zip(answer.columns, terms, strict=True) if term is not None}
        for terms in answer.terms
    ]
    return _document({"head": {"vars": answer.columns}, "results": {"bindings": bindings}})


def boolean_to_json(truth: bool) -> str:
    """Return the answer to ASK as a JSON document."""
    return _document({"head": {}, "boolean": truth})


def _document(content: object) -> str:
    return json.dumps(content, ensure_ascii=False) + "\n"


def _term(term: Term) -> dict[str, object]:
    if isinstance(term, Literal):
        return _literal(term)
    if isinstance(term, Triple):
        ends = {"subject": term.subject, "predicate": term.predicate, "object": term.object}
        return {"type": "triple", "value": {name: _term(end) for name, end in ends.items()}}
    return {"type": "uri" if isinstance(term, NamedNode) else "bnode", "value": term.value}


def _literal(literal: Literal) -> dict[str, object]:
    plain: dict[str, object] = {"type": "literal", "value": literal.value}
    if literal.language:
        return {**plain, "xml:lang": literal.language}
    return plain if literal.datatype.value == XSD.string else {**plain, "datatype": literal.datatype.value}
