// The explorer's parts that need no browser: addresses, folding, near words, stretches of a text, files.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";

import { store } from "../viz/explorer/store.js";
import { folded, isNear } from "../viz/explorer/folding.js";
import { page } from "../viz/explorer/page.js";
import { csv } from "../viz/explorer/parts/saving.js";
import { workbook } from "../viz/explorer/parts/workbook.js";
import { softEnds } from "../viz/explorer/printed.js";
import { quoted } from "../viz/shared/quoting.js";
import { MARKS } from "../viz/explorer/parts/states.js";
import { Query } from "../viz/explorer/query.js";
import { spans } from "../viz/explorer/reading.js";
import { addressOf, placeOf } from "../viz/explorer/route.js";
import { t } from "../viz/explorer/words.js";

const NOWHERE = placeOf("");
const LETTERS = ["a", "Z", "ă", "Ț", "é", "é", "İ", "ß", "ﬁ", "Σ", "ς", "한", "😀", "𝒜", "עם", "\u202e", " ", "\n", "1"];

// Numbers that are the same in each run (a linear congruential generator)
function dice(seed) {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return Math.floor((state / 4294967296) * below);
  };
}

function texts(count) {
  const roll = dice(7);
  return Array.from({ length: count }, () => Array.from({ length: roll(30) }, () => LETTERS[roll(LETTERS.length)]).join(""));
}

test("a place becomes an address, and the address that place", () => {
  const values = { q: "a&b=c ăț", section: "4.1/A" };
  const ids = ["goal/global-alliance-4.1", "actor/ä?b#c", "https://a.example/x%20y"];
  const places = [...ids.flatMap((id) => [["text", id], ["network", id], ["item", id]]), ["text", ""], ["laws", ""]];
  for (const [view, id] of places) assert.deepEqual(placeOf(addressOf(NOWHERE, view, id, values)), { view, id, values });
});

test("an address of nothing is the briefing, one that cannot be decoded stays as it is", () => {
  assert.deepEqual(placeOf("#"), { view: "briefing", id: "", values: {} });
  assert.deepEqual(placeOf("#%"), { view: "item", id: "%", values: {} });
  assert.equal(placeOf("#__proto__").id, "__proto__");
});

test("member, year, status, language and story go along to the next view; what is chosen in a view does not", () => {
  const from = placeOf("#goal/1?member=Romania&status=done&role=hosts&kind=Meeting&lang=fr&story=s&step=2&q=x&claim=c1");
  assert.deepEqual(placeOf(addressOf(from, "laws")).values, { member: "Romania", status: "done", lang: "fr", story: "s", step: "2" });
  assert.deepEqual(placeOf(addressOf(from, "laws", "", { member: "", status: "", lang: "en" })).values, { lang: "en", story: "s", step: "2" });
});

test("a folded text is as long as the text, and folding it again changes nothing", () => {
  for (const text of texts(3000)) {
    assert.equal(folded(text).length, text.length, JSON.stringify(text));
    assert.equal(folded(folded(text)), folded(text));
  }
});

test("folding minds neither case nor accents", () => {
  assert.equal(folded("Pedofîlie ȘI țară"), "pedofilie si tara");
  assert.equal(folded("ÉCOLE"), folded("école"));
});

test("what is found in a folded text is at that place of the text", () => {
  const text = "Internetul „Ora de Net”: İstanbul, Salvați Copiii";
  const at = folded(text).indexOf("salvati");
  assert.equal(text.slice(at, at + 7), "Salvați");
});

test("words are near that differ by one letter, or by two that change places", () => {
  for (const [one, other] of [["hotline", "hotlne"], ["hotline", "hottline"], ["hotline", "hotlime"], ["hotline", "hotlnie"], ["abcd", "abcd"], ["", "a"]]) {
    assert.ok(isNear(one, other), `${one} ${other}`);
    assert.ok(isNear(other, one), `${other} ${one}`);
  }
  for (const [one, other] of [["hotline", "hotel"], ["hotline", "helpline"], ["abcd", "dcba"], ["abcd", "badc"], ["abcd", "bcda"], ["", "ab"]]) {
    assert.ok(!isNear(one, other), `${one} ${other}`);
  }
});

test("near means a distance of at most one, whatever the words", () => {
  const roll = dice(3);
  const word = () => Array.from({ length: roll(6) }, () => "abc"[roll(3)]).join("");
  for (let turn = 0; turn < 4000; turn += 1) {
    const [one, other] = [word(), word()];
    assert.equal(isNear(one, other), distance(one, other) <= 1, `${one} ${other}`);
  }
});

// The edit distance with exchanged neighbours (optimal string alignment), by the book
function distance(one, other) {
  const rows = Array.from({ length: one.length + 1 }, (_, i) => Array.from({ length: other.length + 1 }, (__, j) => (i && j ? 0 : i + j)));
  const cell = (i, j) => {
    const same = one[i - 1] === other[j - 1] ? 0 : 1;
    const crossed = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? rows[i - 2][j - 2] + 1 : Infinity;
    return Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + same, crossed);
  };
  rows.slice(1).forEach((row, i) => [...other].forEach((_, j) => {
    row[j + 1] = cell(i + 1, j + 1);
  }));
  return rows[one.length][other.length];
}

test("stretches of a text cover it once, each with all its passages and no other", () => {
  const roll = dice(11);
  for (let turn = 0; turn < 500; turn += 1) {
    const passages = Array.from({ length: roll(6) }, () => ({ start: roll(40), end: 0 })).map(({ start }) => ({ start, end: start + 1 + roll(20) }));
    const [start, end] = [5, 5 + roll(40)];
    const found = spans(passages, start, end);
    const covered = found.flatMap((one) => Array.from({ length: one.end - one.start }, (_, index) => ({ at: one.start + index, passages: one.passages })));
    assert.deepEqual(covered.map(({ at }) => at), Array.from({ length: end - start }, (_, index) => start + index));
    for (const one of covered) {
      assert.deepEqual(one.passages, passages.flatMap((passage, number) => (passage.start <= one.at && one.at < passage.end ? [number] : [])));
    }
  }
});

test("CSV quotes what it must, and no cell is a formula", () => {
  assert.equal(csv([["a", 'say "x"'], ["b,c", "two\nlines"]]), '\ufeffa,"say ""x"""\r\n"b,c","two\nlines"\r\n');
  for (const begins of ["=1+1", "+1", "-1", "@x", "\t=1"]) assert.ok(csv([[begins]]).replace(/^\ufeff"?/, "").startsWith("'"), begins);
});

test("a workbook is a ZIP file of XML in which texts are texts", async () => {
  const files = await unzipped(await workbook("A/B: [laws] that are longer than thirty-one letters", [["Head"], ["=1+1"], ["<b>&\u0000\"</b>"]]));
  assert.deepEqual(Object.keys(files), ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"]);
  const name = files["xl/workbook.xml"].match(/sheet name="([^"]*)"/)?.[1] ?? "";
  assert.ok(name.length <= 31 && !/[[\]:*?/\\]/.test(name), name);
  const sheet = files["xl/worksheets/sheet1.xml"];
  assert.ok(sheet.includes('<c t="inlineStr"><is><t xml:space="preserve">=1+1</t></is></c>'));
  assert.ok(sheet.includes("&lt;b&gt;&amp;&quot;&lt;/b&gt;"));
});

async function unzipped(blob) {
  const data = Buffer.from(await blob.arrayBuffer());
  const files = {};
  for (let at = 0; data.readUInt32LE(at) === 0x04034b50;) {
    const [size, length, more] = [data.readUInt32LE(at + 18), data.readUInt16LE(at + 26), data.readUInt16LE(at + 28)];
    const start = at + 30 + length + more;
    files[data.toString("utf8", at + 30, at + 30 + length)] = inflateRawSync(data.subarray(start, start + size)).toString("utf8");
    at = start + size;
  }
  return files;
}

test("statuses are in the order of lists, and one without words of its own is not lost", () => {
  store.core = /** @type {any} */ ({ statuses: { done: {}, planned: {}, refused: {} } });
  const lines = ["half-done", "planned", "", "done", "planned"].map((status) => /** @type {any} */ ({ record: { status } }));
  assert.deepEqual(store.statusesOf(lines), ["done", "planned", "half-done"]);
});

const PARAGRAPH = [
  "The ministry and the police of the country work together on the", "measures that were announced, and the schools take part in all of", "them.",
];

/** Which lines of a text go on in the next, by number. @param {string[]} lines */
function goingOn(lines) {
  const text = [...PARAGRAPH, ...PARAGRAPH, ...PARAGRAPH, "", ...lines].join("\n");
  const before = text.length - lines.join("\n").length;
  const ends = softEnds(text, /\n/g);
  return lines.slice(0, -1).flatMap((_, index) => (ends.has(before + lines.slice(0, index + 1).join("\n").length) ? [index] : []));
}

test("what a language lacks is shown in English, in the form that a number takes there", () => {
  const en = { more: "all", "hits.one": "{n} hit", "hits.other": "{n} hits" };
  store.core = /** @type {any} */ ({ languages: { en, fr: { "hits.other": "{n} trouvés" }, de: {} } });
  const inAll = (key, values) => Object.keys(store.core.languages).map((lang) => {
    page.place.values = { lang };
    return t(key, values);
  });
  assert.deepEqual(inAll("hits", { n: 0 }), ["0 hits", "0 trouvés", "0 hits"]);
  assert.deepEqual(inAll("hits", { n: 1 }), ["1 hit", "1 trouvés", "1 hit"]);
  assert.deepEqual(inAll("more"), ["all", "all", "all"]);
  assert.deepEqual(inAll("nowhere", { n: 1 }), ["nowhere", "nowhere", "nowhere"]);
});

test("a printed line goes on in the next where its first word had no room, and in the middle of a sentence", () => {
  assert.deepEqual(goingOn(PARAGRAPH), [0, 1]);
  assert.deepEqual(goingOn(["In that year three spots were sent by the stations,", "Alpha and Beta among them", "and seen by many."]), [0]);
  assert.deepEqual(goingOn(["The spots were sent by nearly all the stations in", "the country, and they were seen."]), [0]);
});

test("headings, entries of lists, columns, indented and empty lines stand alone", () => {
  assert.deepEqual(goingOn(["ROMANIA", "Policy target", "The first"]), []);
  const long = PARAGRAPH[1];
  for (const next of ["• an entry", "- an entry", "2) an entry", "B. An entry", "  indented", "", "Alpha    12    13"]) assert.deepEqual(goingOn([long, next, "."]), [], next);
  assert.deepEqual(goingOn(["Alpha                                     12        13", "beta                      1         2"]), []);
});

test("a text with a line for each paragraph has none that goes on", () => {
  const paragraphs = [400, 380, 420, 390].map((length) => "word ".repeat(length / 5).trim());
  assert.equal(softEnds(paragraphs.join("\n"), /\n/g).size, 0);
  assert.equal(softEnds("", /\n/g).size, 0);
});

test("a query finds words as they stand whatever the white space, then the beginnings of words in any order", () => {
  const query = new Query("  Child   Abúse ");
  assert.deepEqual(query.words, ["child", "abuse"]);
  assert.deepEqual(query.phrases("a child \n\nabuse, child abuse"), [[2, 15], [17, 28]]);
  assert.equal(query.phrases("a child \n\nabuse, child abuse").length, 2);
  assert.deepEqual(query.marks("abused children and a grandchild"), [[0, 5], [7, 12]]);
  assert.ok(query.isIn("abuse of a child") && !query.isIn("abuse of a grandchild") && !query.isIn("abuse"));
  assert.ok(!new Query('"child abuse"').isIn("abuse of a child"));
  assert.deepEqual(new Query("« child abuse »").words, ["child", "abuse"]);
  assert.deepEqual(new Query("a.b (c").phrases("a.b (c axb (c"), [[0, 6]]);
});

test("one word is found wherever it stands, and a query without words finds nothing to look for", () => {
  assert.deepEqual(new Query("hild").phrases("child, children"), [[1, 5], [8, 12]]);
  assert.equal(new Query("hild").phrases("child, children").length, 2);
  assert.deepEqual(new Query(' "" ').words, ['""']);
  assert.deepEqual(new Query("  ").words, []);
});

test("the states of sections are told apart without colour", () => {
  const marks = Object.values(MARKS);
  assert.equal(marks.length, 7);
  assert.equal(new Set(marks).size, marks.length);
});

test("quotation marks around words that have some of their own are single ones, and the words stay as they are", () => {
  assert.equal(quoted("plain words"), "“plain words”");
  for (const text of ["“If the deeds” (par. 1)", "made by “Salvati Copiii”", "„Ora de Net”", "« dit-il »", '"so"']) assert.equal(quoted(text), `‘${text}’`);
  assert.equal(quoted("made by “Salvati Copiii” in 2014"), "“made by “Salvati Copiii” in 2014”");
});
