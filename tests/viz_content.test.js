// Items, goals and facts of a page, and how a search finds them.

import { strict as assert } from "node:assert";
import { test } from "node:test";

import { compare, group, listed, plural } from "../viz/shared/collections.js";
import { blankSections, Content, unreadSections } from "../viz/shared/content.js";
import { folded, SearchIndex } from "../viz/shared/search.js";

const END = { id: "", label: "" };
const FACT = { words: "does", basis: "stated", rule: "", status: "", statusName: "", claims: ["c1"], serves: [], laws: [], period: "", line: "", goal: "" };

function item(label, more) {
  return { label, names: [], kind: "", group: "actor", number: "", short: "", ...more };
}

function fact(subject, object, more) {
  return { ...FACT, subject, subjectLabel: subject, object, objectLabel: object, ...more };
}

function section(name, more) {
  return { report: "Freedonia 2014", section: name, blank: false, words: "Answered", unread: "", ...more };
}

function content(more) {
  const goal = { id: "goal/1.1", number: "1.1", label: "A goal in full", short: "A goal", statuses: [] };
  const sections = [section("A"), section("B", { blank: true, words: "Blank in the form" }), section("C", { unread: "not yet read" })];
  return new Content({
    items: {
      "actor/office": item("Office against Crime", { names: ["OAC", "Salvați Biroul"] }),
      "actor/bureau": item("Bureau 10"),
      "place/house": item("Backoffice House", { group: "place" }),
      "law/1": item("Law no. 2", { group: "law", short: "the Law" }),
      "goal/1": item("A target in full", { group: "goal", number: "1", short: "A target" }),
      "goal/1.1": item("A goal in full", { group: "goal", number: "1.1", short: "A goal" }),
    },
    facts: [
      fact("actor/office", "goal/1.1", { status: "Postponed", statusName: "postponed" }),
      fact("actor/office", "actor/bureau", { basis: "inferred", laws: [{ ...END, id: "law/1" }] }),
      fact("", "actor/bureau", { serves: ["goal/1.1"] }),
    ],
    targets: [{ id: "goal/1", number: "1", label: "", short: "A target", goals: [{ ...goal, sections }] }],
    several: false,
    ...more,
  });
}

const find = (query) => new SearchIndex(content()).find(folded(query));

test("items stand in the order of the alphabet, numbers in theirs", () => {
  assert.deepEqual(content().itemIds, ["goal/1", "goal/1.1", "place/house", "actor/bureau", "law/1", "actor/office"]);
  assert.ok(compare("goal 2", "goal 10") < 0);
  assert.equal(compare("salvati", "SALVAȚI"), 0);
});

test("a fact speaks of its ends, its laws and the goals that it serves", () => {
  const counts = (id) => ["stated", "inferred"].map((basis) => content().factsOf(id, basis).length);
  assert.deepEqual(counts("actor/office"), [1, 1]);
  assert.deepEqual(counts("law/1"), [0, 1]);
  assert.deepEqual(counts("goal/1.1"), [2, 0]);
  assert.deepEqual(counts("nothing"), [0, 0]);
  assert.deepEqual(content().factsBetween(["actor/bureau", "law/1"], "inferred").length, 1);
  assert.deepEqual(content().factsBetween(["actor/bureau", "law/1"], "stated"), []);
});

test("a fact that names one thing twice is told of it once", () => {
  const facts = [fact("actor/office", "actor/office")];
  assert.equal(content({ facts }).factsOf("actor/office", "stated").length, 1);
});

test("a target has goals of its own, a goal without a target is none", () => {
  assert.equal(content().targetOf("goal/1").number, "1");
  assert.equal(content().targetOf("goal/1.1"), undefined);
  assert.equal(content().goalOf("goal/1"), undefined);
  const goal = { id: "goal/1", number: "1", label: "A goal", short: "", sections: [], statuses: [] };
  assert.equal(content({ targets: [{ ...goal, goals: [goal] }] }).targetOf("goal/1"), undefined);
});

test("goals go by number and short name, others by what they are called there", () => {
  assert.equal(content().shortOf("goal/1.1"), "1.1 A goal");
  assert.equal(content().shortOf("law/1"), "the Law");
  assert.equal(content().shortOf("actor/bureau"), "Bureau 10");
  assert.equal(content().nameOf("goal/1.1", "whatever"), "1.1 A goal");
  assert.equal(content().nameOf("law/1", "Law no. 2 art. 3"), "Law no. 2 art. 3");
  assert.equal(content().nameOf("", "nobody"), "nobody");
});

test("an item is none that objects have by nature", () => {
  assert.equal(content().has("actor/bureau"), true);
  assert.equal(content().has("__proto__"), false);
  assert.equal(content().has("constructor"), false);
});

test("a section names its report where there are several", () => {
  assert.equal(content().sectionName(section("A")), "Section A");
  assert.equal(content({ several: true }).sectionName(section("A")), "Freedonia 2014 Section A");
});

test("blank and unread sections are told apart", () => {
  const [goal] = content().goals;
  assert.deepEqual(blankSections(goal).map((one) => one.section), ["B"]);
  assert.deepEqual(unreadSections(goal).map((one) => one.section), ["C"]);
});

test("a search minds neither accents nor case nor signs", () => {
  assert.equal(folded("  Salvați—Biroul! "), "salvati biroul");
  assert.deepEqual(find("SALVATI"), ["actor/office"]);
});

test("the nearest name comes first: the whole, then whole words, then the start of a word, then what holds it", () => {
  const items = Object.fromEntries(["Xoff", "Offer", "The Off", "Off"].map((label) => [label, item(label)]));
  const index = new SearchIndex(content({ items, facts: [], targets: [] }));
  assert.deepEqual(index.find("off"), ["Off", "The Off", "Offer", "Xoff"]);
  assert.deepEqual(index.find("offx"), []);
});

test("an item is found by its other names and statuses, and a goal by its sections", () => {
  assert.deepEqual(find("oac"), ["actor/office"]);
  assert.deepEqual(find("postponed"), ["actor/office"]);
  assert.deepEqual(find("blank"), ["goal/1.1"]);
  assert.deepEqual(find("not yet read"), ["goal/1.1"]);
});

test("a hit says the other name by which it was found", () => {
  const index = new SearchIndex(content());
  assert.equal(index.foundBy("actor/office", "salvati"), "Salvați Biroul");
  assert.equal(index.foundBy("actor/office", "office"), "");
});

test("groups keep the order in which they come", () => {
  assert.deepEqual([...group(["b1", "a1", "b2"], (text) => text[0])], [["b", ["b1", "b2"]], ["a", ["a1"]]]);
  assert.deepEqual(listed(["a", "b", "c"]), ["a", ", ", "b", ", ", "c"]);
  assert.deepEqual([0, 1, 2].map((count) => plural(count, "fact")), ["0 facts", "1 fact", "2 facts"]);
});
