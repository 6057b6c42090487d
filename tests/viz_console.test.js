// The page of the endpoint: terms, tables and links of an answer.

import { strict as assert } from "node:assert";
import { test } from "node:test";

import { askedName, askedOf, fileName, linkOf } from "../viz/console/asked.js";
import { offersAt } from "../viz/console/completion.js";
import { isChosen, valuesOf } from "../viz/console/facets.js";
import { kindOf, partsOf } from "../viz/console/layout.js";
import { columnsAsked, drawnWords, linksOf, termsOf } from "../viz/console/links.js";
import { folded, matching } from "../viz/console/matching.js";
import { slipIn } from "../viz/console/slip.js";
import { readable, shortened, tripleRow } from "../viz/console/terms.js";

const PREFIXES = { ag: "https://a.example/ontology#", id: "https://a.example/", goal: "https://a.example/goal/" };
const text = (value, more) => ({ type: "literal", value, ...more });
const uri = (value) => ({ type: "uri", value });
const answer = (columns, ...rows) => ({ columns, rows, triples: false, cut: "" });

test("lines of N-Triples are read into terms", () => {
  assert.deepEqual(tripleRow("<urn:a> <urn:b> <urn:c> ."), { subject: uri("urn:a"), predicate: uri("urn:b"), object: uri("urn:c") });
  assert.deepEqual(tripleRow("_:x <urn:b> _:y .").object, { type: "bnode", value: "y" });
  const { object } = tripleRow('<urn:a> <urn:b> "é\\n\\"q\\" . <urn:no>"@ro .');
  assert.deepEqual([object.value, object["xml:lang"]], ['é\n"q" . <urn:no>', "ro"]);
  assert.equal(tripleRow('<urn:a> <urn:b> "5"^^<urn:int> .').object.datatype, "urn:int");
});

test("what is no triple is said to be none", () => {
  assert.throws(() => tripleRow("<urn:a> <urn:b> ."), /not N-Triples: <urn:a>/);
  assert.throws(() => tripleRow('<urn:a> <urn:b> "open .'), /not N-Triples: "open/);
});

test("an IRI is shortened by the longest prefix that leaves a plain name", () => {
  assert.equal(shortened("https://a.example/goal/1.1", PREFIXES), "goal:1.1");
  assert.equal(shortened("https://a.example/x/y", PREFIXES), "https://a.example/x/y");
  assert.equal(shortened("urn:a-b", { one: "urn:a", two: "urn:a-", three: "urn:" }), "two:b");
  assert.equal(shortened("https://a.example/goal/", PREFIXES), "https://a.example/goal/");
  assert.equal(readable({ type: "bnode", value: "b1" }, PREFIXES), "_:b1");
  assert.equal(readable(text("as it is"), PREFIXES), "as it is");
});

test("a column of sentences stands below, unless all columns do", () => {
  const long = text("word ".repeat(30));
  assert.deepEqual(partsOf(answer(["a", "b"], { a: text("x"), b: long }, { a: text("y") })), { short: ["a"], long: ["b"], empty: [] });
  assert.deepEqual(partsOf(answer(["b"], { b: long })), { short: ["b"], long: [], empty: [] });
  assert.deepEqual(partsOf(answer(["a", "b"], { a: text("x"), b: long }, { b: uri("urn:a") })), { short: ["a", "b"], long: [], empty: [] });
});

test("a column that is empty in all rows is told apart, unless there are no rows", () => {
  assert.deepEqual(partsOf(answer(["a", "b"], { a: text("x") })), { short: ["a"], long: [], empty: ["b"] });
  assert.deepEqual(partsOf(answer(["a", "b"])), { short: ["a", "b"], long: [], empty: [] });
});

test("numbers and long texts get cells of their own kind", () => {
  const xsd = "http://www.w3.org/2001/XMLSchema#";
  assert.equal(kindOf(text("5", { datatype: `${xsd}integer` }), "5"), "number");
  assert.equal(kindOf(text("5", { datatype: `${xsd}date` }), "5"), "");
  assert.equal(kindOf(text("x"), "x".repeat(61)), "long");
});

test("columns whose values recur offer them, the empty one too", () => {
  const rows = [{ a: text("x"), b: text("1"), c: text("s") }, { a: text("y"), b: text("2"), c: text("s") }, { a: text("x"), b: text("3"), c: text("s") }, { b: text("4"), c: text("s") }];
  const values = valuesOf(rows, ["a", "b", "c", "d"]);
  assert.deepEqual([...values.keys()], ["a"]);
  assert.deepEqual(values.get("a").map(({ value, term }) => [value, term?.value]), [["x", "x"], ["y", "y"], ["", undefined]]);
  const many = Array.from({ length: 62 }, (_, n) => ({ a: text(String(n % 31)), b: text(String(n % 30)) }));
  assert.deepEqual([...valuesOf(many, ["a", "b"]).keys()], ["b"]);
});

test("a row is chosen that has one of the chosen values of each column", () => {
  const row = { a: text("x"), b: text("1") };
  const chosen = (values) => isChosen(row, new Map(Object.entries(values).map(([column, each]) => [column, new Set(each)])));
  assert.deepEqual([chosen({}), chosen({ a: [] }), chosen({ a: ["x", "y"] }), chosen({ a: ["y"] })], [true, true, true, false]);
  assert.deepEqual([chosen({ a: ["x"], b: ["2"] }), chosen({ c: [""] })], [false, true]);
});

test("the server hears of each column whether it holds IRIs, and its length", () => {
  const asked = columnsAsked(answer(["a", "b"], { a: uri("urn:a"), b: text("one") }, { a: uri("urn:a") }));
  assert.deepEqual(asked, [["column", "a"], ["iris", "yes"], ["length", "5"], ["column", "b"], ["iris", "no"], ["length", "3"]]);
});

const LINKED = { from: "a", to: "b", by: "role" };

test("rows with both ends are links; the same link has all its names", () => {
  const rows = [
    { a: text("x"), b: text("y"), role: text("leads") }, { a: text("x"), b: text("y"), role: text("funds") },
    { a: text("y"), b: text("z") }, { a: text("alone") },
  ];
  const links = linksOf(answer(["a", "b", "role"], ...rows), LINKED);
  assert.deepEqual([...links.nodes].map(([id, { end }]) => [id, end]), [["x", "from"], ["y", "to"], ["z", "to"]]);
  assert.deepEqual([...links.lines.values()].map(({ names }) => [...names.keys()]), [["leads", "funds"], []]);
  assert.deepEqual(termsOf(links), [{ term: text("x") }, { term: text("y") }, { term: text("z") }, { leads: text("leads"), funds: text("funds") }, {}]);
  assert.match(drawnWords(links, LINKED), /^3 items, 2 links: a to b\.$/);
});

test("a link says whether a row states it, infers it, or gives no sentence", () => {
  const telling = { basis: "basis", inferred: ["rule"], quote: ["quote"] };
  const ends = { a: text("x"), b: text("y") };
  const bases = (more) => [...linksOf(answer(["a", "b"], { ...ends, ...more }), LINKED, telling).lines.values()].map(({ basis }) => basis);
  assert.deepEqual(bases({ quote: text("q") }), ["stated"]);
  assert.deepEqual(bases({ quote: text("q"), basis: text("inferred") }), ["inferred"]);
  assert.deepEqual(bases({ quote: text("q"), rule: text("r") }), ["inferred"]);
  assert.deepEqual(bases({ predicate: uri("urn:p") }), ["row"]);
  assert.deepEqual(bases({}), ["row"]);
  const two = linksOf(answer(["a", "b"], { ...ends, quote: text("q") }, { ...ends, rule: text("r") }), LINKED, telling);
  assert.deepEqual([two.nodes.size, two.lines.size], [2, 2]);
});

test("a triple whose object is a text is no link", () => {
  const rows = [{ a: uri("urn:a"), b: uri("urn:b"), object: uri("urn:b") }, { a: uri("urn:a"), b: text("x"), object: text("x") }];
  const links = linksOf({ ...answer(["a", "b"], ...rows), triples: true }, LINKED);
  assert.deepEqual([...links.nodes.keys()], ["urn:a", "urn:b"]);
});

test("rows beyond what can be drawn are counted, and links among what is drawn still are", () => {
  const rows = Array.from({ length: 400 }, (_, n) => ({ a: text("hub"), b: text(`b${n}`) }));
  const links = linksOf(answer(["a", "b"], ...rows, { a: text("b1"), b: text("b2") }), LINKED);
  assert.deepEqual([links.nodes.size, links.lines.size, links.left], [300, 300, 101]);
  assert.match(drawnWords(links, LINKED), /are not drawn: 101\./);
  assert.match(drawnWords(linksOf(answer(["a"]), LINKED), LINKED), /^No row has both ends/);
});

const QUESTIONS = { contributors: { title: "Who contributes to a goal", question: "", parameters: [] } };
const asks = (question, values, sparql = "") => ({ question, values, sparql, asNetwork: false });

test("a link says what is asked, and is read back", () => {
  const cases = [
    asks("contributors", { goal: "4.1", actor: "A & B = C # ü" }),
    { ...asks("contributors", {}), asNetwork: true },
    asks("", {}, "SELECT * {\n  ?s ?p \"a&b=c#%\" }"),
  ];
  for (const one of cases) assert.deepEqual(askedOf(linkOf(one)), one);
  assert.equal(linkOf(asks("contributors", { goal: "4.1", year: "" })), "#question=contributors&goal=4.1");
  assert.equal(linkOf(asks("contributors", {}, "SELECT")), "#question=contributors");
  assert.equal(askedOf(""), null);
  assert.equal(askedOf("#answer"), null);
});

test("what is asked has a name, by its question and values or its first words", () => {
  assert.equal(askedName(asks("contributors", { goal: "4.1", actor: "" }), QUESTIONS), "Who contributes to a goal: 4.1");
  assert.equal(askedName(asks("no-such", {}), QUESTIONS), "no-such");
  assert.equal(askedName(asks("", {}, "PREFIX ag: <urn:a>\n\n# All goals\nSELECT"), QUESTIONS), "All goals");
  assert.equal(askedName(asks("", {}, "DESCRIBE <https://a.example/goal/1.1>"), QUESTIONS), "DESCRIBE 1.1");
  assert.equal(askedName(asks("", {}, ""), QUESTIONS), "Query");
  assert.equal(askedName(asks("", {}, "x".repeat(90)), QUESTIONS).length, 60);
});

test("a file has a name that every system takes", () => {
  assert.equal(fileName(asks("contributors", { goal: "4.1", actor: "A/B: «C»?" }), ""), "contributors-4.1-A-B-C");
  assert.equal(fileName(asks("contributors", {}), "  ../été 2014 "), "été-2014");
  assert.equal(fileName(asks("", {}, "# Ziele\nSELECT"), ""), "Ziele");
  assert.equal(fileName(asks("", {}, "{ }"), ""), "answer");
  assert.ok(fileName(asks("", {}, "x".repeat(90)), "").length <= 60);
});

test("names are found by a part, accents and case aside, the nearest first", () => {
  const found = (typed) => matching(["In Bucharest", "bucharest", "Rebucharest", "Bucharest City", "Iaşi"], typed, (name) => [name]);
  assert.deepEqual(found("BUCHAREST"), ["bucharest", "Bucharest City", "In Bucharest", "Rebucharest"]);
  assert.deepEqual(found("iasi"), ["Iaşi"]);
  assert.deepEqual(found("zzz"), []);
  assert.equal(found(" ").length, 5);
  assert.equal(folded("ÉTÉ"), "ete");
});

const KNOWN = {
  words: [
    { iri: "urn:1", kind: "class", name: "meeting", definition: "A meeting.", short: "ag:Meeting" },
    { iri: "urn:2", kind: "property", name: "meeting place", definition: "", short: "ag:meetsAt" },
  ],
  things: [
    { iri: "https://a.example/goal/1.1", label: "1.1 Meet more", value: "1.1", names: ["Meet"] },
    { iri: "https://a.example/goal/x/y", label: "Meet (odd)", value: "Meet (odd)", names: [] },
  ],
  prefixes: PREFIXES,
};
const offered = (before, all = before, isWanted = false) => offersAt(before, all, KNOWN, isWanted)?.offers.map(({ apply }) => apply) ?? null;

test("after a prefix and a colon, names of the namespace go on", () => {
  assert.deepEqual(offered("SELECT * { ?x ag:m"), ["ag:Meeting", "ag:meetsAt"]);
  assert.deepEqual(offered("SELECT * { ?x ag:p goal:"), ["goal:1.1"]);
  assert.deepEqual(offered("SELECT * { ?x ag:zzz"), null);
});

test("a word finds the vocabulary and things by their names; what no prefix can say is an IRI", () => {
  assert.deepEqual(offered("{ ?x ?y meet"), ["ag:Meeting", "ag:meetsAt", "goal:1.1", "<https://a.example/goal/x/y>"]);
  assert.deepEqual(offered("{ ?x a me").slice(0, 1), ["ag:Meeting"]);
  assert.deepEqual(offered("{ ?x a "), ["ag:Meeting"]);
  assert.equal(offered("{ ?x "), null);
  assert.deepEqual(offered("{ ?x ", "{ ?x ", true), ["ag:meetsAt"]);
  assert.ok(offered("sel").includes("SELECT"));
  assert.ok(offered("{ ?x go").includes("goal:"));
});

test("a variable goes on as those of the query, not as itself", () => {
  assert.deepEqual(offered("SELECT ?goal { ?go", "SELECT ?goal { ?go }"), ["?goal"]);
  assert.deepEqual(offered("SELECT ?go", "SELECT ?go"), null);
});

test("a slip is found by line and character, which may be two units long", () => {
  const at = (error, sparql) => {
    const { from, to } = slipIn(error, sparql);
    return sparql.slice(from, to);
  };
  assert.equal(at("line 2, column 3 of the query: not SPARQL: x", "SELECT\n  wrong }"), "wrong");
  assert.equal(at("line 1, column 4 of the query: x", "'😀'{ }"), "{");
  assert.equal(at("line 2 of the query: too deep", "a\nb c"), "b c");
  assert.equal(at("line 1, column 9 of the query: ended", "SELECT *"), "*");
  assert.equal(at("line 9, column 9 of the query: ended", "a\nb"), "b");
  assert.equal(slipIn("the query took too long", "x"), null);
});
