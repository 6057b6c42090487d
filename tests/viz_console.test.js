// The page of the endpoint: terms, tables and links of an answer.

import { strict as assert } from "node:assert";
import { test } from "node:test";

import { kindOf, partsOf, wordsOf } from "../viz/console/layout.js";
import { columnsAsked, drawnWords, linksOf } from "../viz/console/links.js";
import { shortened, tripleRow, words } from "../viz/console/terms.js";

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
  assert.equal(words({ type: "bnode", value: "b1" }, PREFIXES), "_:b1");
  assert.equal(words(text("as it is"), PREFIXES), "as it is");
});

test("a column of sentences stands below, unless all columns do", () => {
  const long = text("word ".repeat(30));
  assert.deepEqual(partsOf(answer(["a", "b"], { a: text("x"), b: long }, { a: text("y") })), { short: ["a"], long: ["b"] });
  assert.deepEqual(partsOf(answer(["b"], { b: long })), { short: ["b"], long: [] });
  assert.deepEqual(partsOf(answer(["a", "b"], { a: text("x"), b: long }, { b: uri("urn:a") })), { short: ["a", "b"], long: [] });
});

test("numbers and long texts get cells of their own kind", () => {
  const xsd = "http://www.w3.org/2001/XMLSchema#";
  assert.equal(kindOf(text("5", { datatype: `${xsd}integer` }), "5"), "number");
  assert.equal(kindOf(text("5", { datatype: `${xsd}date` }), "5"), "");
  assert.equal(kindOf(text("x"), "x".repeat(61)), "long");
  assert.deepEqual(wordsOf("valueAsWritten"), ["value", "As", "Written"]);
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
  const links = linksOf(answer(["a", "b", "role"], ...rows), LINKED, PREFIXES);
  assert.deepEqual([...links.nodes], [["x", "from"], ["y", "to"], ["z", "to"]]);
  assert.deepEqual([...links.lines.values()].map(({ names }) => [...names]), [["leads", "funds"], []]);
  assert.match(drawnWords(links, LINKED), /^3 items, 2 links: a to b\.$/);
});

test("a link says whether a row states it, infers it, or gives no sentence", () => {
  const telling = { basis: "basis", inferred: ["rule"], quote: ["quote"] };
  const ends = { a: text("x"), b: text("y") };
  const bases = (more) => [...linksOf(answer(["a", "b"], { ...ends, ...more }), LINKED, PREFIXES, telling).lines.values()].map(({ basis }) => basis);
  assert.deepEqual(bases({ quote: text("q") }), ["stated"]);
  assert.deepEqual(bases({ quote: text("q"), basis: text("inferred") }), ["inferred"]);
  assert.deepEqual(bases({ quote: text("q"), rule: text("r") }), ["inferred"]);
  assert.deepEqual(bases({ predicate: uri("urn:p") }), ["stated"]);
  assert.deepEqual(bases({}), ["row"]);
  const two = linksOf(answer(["a", "b"], { ...ends, quote: text("q") }, { ...ends, rule: text("r") }), LINKED, PREFIXES, telling);
  assert.deepEqual([two.nodes.size, two.lines.size], [2, 2]);
});

test("a triple whose object is a text is no link", () => {
  const rows = [{ a: uri("urn:a"), b: uri("urn:b"), object: uri("urn:b") }, { a: uri("urn:a"), b: text("x"), object: text("x") }];
  const links = linksOf({ ...answer(["a", "b"], ...rows), triples: true }, LINKED, PREFIXES);
  assert.deepEqual([...links.nodes.keys()], ["urn:a", "urn:b"]);
});

test("rows beyond what can be drawn are counted, and links among what is drawn still are", () => {
  const rows = Array.from({ length: 400 }, (_, n) => ({ a: text("hub"), b: text(`b${n}`) }));
  const links = linksOf(answer(["a", "b"], ...rows, { a: text("b1"), b: text("b2") }), LINKED, PREFIXES);
  assert.deepEqual([links.nodes.size, links.lines.size, links.left], [300, 300, 101]);
  assert.match(drawnWords(links, LINKED), /are not drawn: 101\./);
  assert.match(drawnWords(linksOf(answer(["a"]), LINKED, PREFIXES), LINKED), /^No row has both ends/);
});
