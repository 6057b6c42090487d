// Answers as the endpoint sends them, read into columns and rows of terms.

const TABLE = "application/sparql-results+json";
const TRIPLES = "application/n-triples";
const TERM = /^(?:<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)$/;

/** What the endpoint answers: {columns, rows}, or {truth}; `cut` is the number of rows after which it stopped. */
async function ask(sparql, signal) {
  const response = await post("sparql", { query: sparql, first: data.most }, { Accept: `${TABLE}, ${TRIPLES};q=0.9` }, signal);
  const cut = response.headers.get("X-Rows-Cut-At");
  if (response.headers.get("Content-Type").startsWith(TRIPLES)) return { ...tripleRows(await response.text()), cut };
  const { head, results, boolean } = await response.json();
  return results ? { columns: head.vars, rows: results.bindings, cut } : { truth: boolean };
}

/** The response to a query; an error says in words what is wrong. */
async function post(path, fields, headers, signal) {
  return good(await fetch(path, { method: "POST", body: new URLSearchParams(fields), headers, signal }));
}

async function good(response) {
  if (!response.ok) throw new Error((await response.text()).trim());
  return response;
}

function tripleRows(text) {
  const lines = text.split("\n").filter(Boolean);
  return { columns: ["subject", "predicate", "object"], rows: lines.map(tripleRow), triples: true };
}

function tripleRow(line) {
  const [, subject, predicate, object] = /^(\S+) (\S+) (.*) \.$/.exec(line);
  return { subject: term(subject), predicate: term(predicate), object: term(object) };
}

function term(text) {
  const [, iri, blank, literal, language, datatype] = TERM.exec(text);
  if (iri !== undefined) return { type: "uri", value: iri };
  if (blank !== undefined) return { type: "bnode", value: blank };
  return { type: "literal", value: JSON.parse(`"${literal}"`), "xml:lang": language, datatype };
}

/** A term as people read it: an IRI by a known prefix, a text as it is. */
function words(found) {
  return found.type === "uri" ? shortened(found.value) : found.type === "bnode" ? `_:${found.value}` : found.value ?? "";
}

function shortened(iri) {
  const fitting = Object.entries(data.prefixes).filter(([, base]) => iri.startsWith(base) && /^[\w.-]+$/.test(iri.slice(base.length)));
  const [prefix, base] = fitting.sort((one, other) => other[1].length - one[1].length)[0] || ["", ""];
  return base ? `${prefix}:${iri.slice(base.length)}` : iri;
}
