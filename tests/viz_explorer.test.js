// The explorer's parts that need no browser: addresses, folding, near words, stretches of a text, files.

import { strict as assert } from "node:assert";
import { test } from "node:test";
import { inflateRawSync } from "node:zlib";

import { store } from "../viz/explorer/store.js";
import { folded, isNear } from "../viz/explorer/folding.js";
import { csv } from "../viz/explorer/parts/saving.js";
import { workbook } from "../viz/explorer/parts/workbook.js";
import { addressOf, placeOf } from "../viz/explorer/route.js";
import { spans } from "../viz/explorer/views/text.js";

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
