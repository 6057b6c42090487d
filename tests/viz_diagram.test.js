// The drawing of a network: where marks and links stand, and which marks are one.

import { strict as assert } from "node:assert";
import { test } from "node:test";

import { aroundOf, columnsOf, pathOf } from "../viz/shared/diagram/columns.js";
import { crowded, joined } from "../viz/shared/diagram/crowds.js";
import { nextOf } from "../viz/shared/diagram/keys.js";
import { layoutOf } from "../viz/shared/diagram/layout.js";
import { crossings, ordered } from "../viz/shared/diagram/order.js";
import { placeOn } from "../viz/shared/diagram/routes.js";
import { measure, wrapped } from "../viz/shared/diagram/text.js";
import { wordsOf } from "../viz/shared/diagram/words.js";

const GROUPS = ["actor", "event", "initiative", "law", "place", "thing", "goal"];
const LINES = ["action", "intention", "inferred"];
const breadth = measure();
const how = { width: 1000, breadth, labelOf: ({ label }) => label, isOpen: () => false };
const mark = (id, group = "actor") => ({ id, label: `Name of ${id}`, group });
const link = (from, to, line = "action", words = "supports") => ({ from, to, words, line, basis: "stated" });

/** Numbers from 0 to 1, the same for each seed; the first ones of this row are small for small seeds. */
function numbers(seed) {
  let state = seed;
  const next = () => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  for (let skipped = 0; skipped < 5; skipped += 1) next();
  return next;
}

/** A network of any shape: marks of all groups, links between any two of them, and to themselves. */
function invented(seed) {
  const next = numbers(seed + 1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const nodes = Array.from({ length: 1 + Math.floor(next() * 60) }, (_, index) => ({
    id: `m${index}`, label: "word ".repeat(1 + next() * 12) + "x".repeat(next() * 60), group: pick(GROUPS),
  }));
  const links = Array.from({ length: Math.floor(next() * 120) }, () => link(pick(nodes).id, pick(nodes).id, pick(LINES), pick(["one", "two"])));
  return { nodes, links };
}

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed);
const drawn = (network, own = {}) => layoutOf(crowded(columnsOf(network)), { ...how, ...own });
const boxesOf = ({ columns }) => columns.flat();
const overlap = (one, other) => one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height;
const holds = ({ x, y, width, height }, place) => place.x > x + 0.01 && place.x < x + width - 0.01 && place.y > y && place.y < y + height;
const shares = Array.from({ length: 41 }, (_, index) => index / 40);

test("the invented networks are of many sizes", () => {
  const sizes = SEEDS.map((seed) => invented(seed).nodes.length);
  assert.ok(new Set(sizes).size > 30 && Math.max(...sizes) > 50);
  assert.ok(SEEDS.some((seed) => drawn(invented(seed)).routes.some(({ pieces }) => pieces.length > 3)));
});

test("no two boxes overlap, and all stand in the drawing", () => {
  for (const seed of SEEDS) {
    const layout = drawn(invented(seed));
    const boxes = boxesOf(layout);
    boxes.forEach((one, index) => boxes.slice(index + 1).forEach((other) => assert.ok(!overlap(one, other), `seed ${seed}: ${one.mark.id} ${other.mark.id}`)));
    for (const { x, y, width, height } of boxes) assert.ok(x >= 0 && y >= 0 && x + width <= layout.width && y + height <= layout.height, `seed ${seed}`);
  }
});

test("no link crosses a box, and each runs from its start to its end inside the drawing", () => {
  for (const seed of SEEDS) {
    const layout = drawn(invented(seed));
    const boxes = new Map(boxesOf(layout).map((box) => [box.mark.id, box]));
    for (const route of layout.routes) runsFreely(route, boxes, layout);
  }
});

function runsFreely({ link: { from, to }, pieces }, boxes, { width }) {
  const places = pieces.flatMap((piece) => shares.map((share) => placeOn(piece, share)));
  assert.ok(places.every((place) => [...boxes.values()].every((box) => !holds(box, place))), `${from} ${to} crosses a box`);
  assert.ok(places.every(({ x }) => x >= 0 && x <= width), `${from} ${to} leaves the drawing`);
  assert.ok(touches(boxes.get(from), places[0]) && touches(boxes.get(to), places[places.length - 1]), `${from} ${to}`);
  pieces.slice(1).forEach((piece, index) => assert.deepEqual(piece.from, pieces[index].to));
}

function touches({ x, y, width, height }, place) {
  return [x, x + width].includes(place.x) && place.y > y && place.y < y + height;
}

test("links that meet a box at the same side stay apart", () => {
  for (const seed of SEEDS) {
    const ends = drawn(invented(seed)).routes.flatMap(({ link: { from, to }, pieces }) => [[from, pieces[0].from], [to, pieces[pieces.length - 1].to]]);
    const sorted = ends.sort(([one, a], [other, b]) => one.localeCompare(other) || a.x - b.x || a.y - b.y);
    const gaps = sorted.slice(1).map(([id, { x, y }], index) => (id === sorted[index][0] && x === sorted[index][1].x ? y - sorted[index][1].y : Infinity));
    assert.ok(gaps.every((gap) => gap >= 6.9), `seed ${seed}: ${Math.min(...gaps)}`);
  }
});

test("all marks and links are drawn, each mark by itself or in one crowd", () => {
  for (const seed of SEEDS) {
    const network = invented(seed);
    const found = boxesOf(drawn(network)).flatMap(({ mark: own }) => (own.members ?? [own]).map(({ id }) => id));
    assert.deepEqual(found.sort(), network.nodes.map(({ id }) => id).sort());
    const { nodes, links } = crowded(columnsOf(network));
    const now = new Map(nodes.flatMap((own) => (own.members ?? [own]).map(({ id }) => [id, own.id])));
    const keys = links.flatMap(({ from, to, line, mutual }) => [`${from} ${to} ${line}`, ...(mutual ? [`${to} ${from} ${line}`] : [])]);
    assert.deepEqual(new Set(keys), new Set(network.links.map(({ from, to, line }) => `${now.get(from)} ${now.get(to)} ${line}`)));
  }
});

test("whole names stand in their boxes", () => {
  for (const seed of SEEDS) {
    for (const { mark: { label }, lines, width, height } of boxesOf(drawn(invented(seed), { labelOf: ({ label: own }) => own }))) {
      assert.equal(lines.join(""), label.trim());
      assert.ok(lines.every((line) => breadth(line) < width) && lines.length * 17 <= height);
    }
  }
});

test("the same network is always drawn the same", () => {
  for (const seed of SEEDS.slice(0, 10)) assert.deepEqual(drawn(invented(seed)), drawn(invented(seed)));
});

test("an open crowd has room for all its members", () => {
  const many = Array.from({ length: 40 }, (_, index) => mark(`a${index}`));
  const network = { nodes: [...many, mark("deed", "initiative")], links: many.map(({ id }) => link(id, "deed")) };
  const [crowd] = boxesOf(drawn(network, { isOpen: ({ members }) => Boolean(members) }));
  assert.equal(crowd.members.length, 40);
  crowd.members.forEach((one, index) => {
    assert.ok(one.x > crowd.x && one.x + one.width < crowd.x + crowd.width && one.y > crowd.y && one.y + one.height < crowd.y + crowd.height);
    assert.ok(one.height >= 24 && crowd.members.slice(index + 1).every((other) => !overlap(one, other)));
  });
});

test("columns are actors, what they do, laws and places, goals; none is empty", () => {
  const columns = (...groups) => columnsOf({ nodes: groups.map((group) => mark(group, group)), links: [] }).nodes.map(({ column }) => column);
  assert.deepEqual(columns(...GROUPS), [0, 1, 1, 2, 2, 2, 3]);
  assert.deepEqual(columns("goal", "actor"), [1, 0]);
  assert.deepEqual(columns("unheard of", "goal"), [0, 1]);
  const given = { nodes: [{ ...mark("a"), column: 1 }, { ...mark("b"), column: 0 }], links: [] };
  assert.equal(columnsOf(given).nodes, given.nodes);
});

test("marks of one kind stand to the right of what leads to them, circles or not", () => {
  const columns = (pairs) => {
    const ids = [...new Set(pairs.flat())];
    const network = { nodes: ids.map((id) => mark(id)), links: pairs.map(([from, to]) => link(from, to)) };
    return Object.fromEntries(columnsOf(network).nodes.map(({ id, column }) => [id, column]));
  };
  assert.deepEqual(columns([["a", "b"], ["b", "c"], ["a", "c"], ["d", "c"]]), { a: 0, b: 1, c: 2, d: 0 });
  assert.deepEqual(columns([["a", "b"], ["b", "a"], ["b", "c"], ["c", "c"]]), { a: 0, b: 1, c: 2 });
  const long = Array.from({ length: 12 }, (_, index) => [`a${index}`, `a${index + 1}`]);
  assert.equal(Math.max(...Object.values(columns(long))), 5);
});

test("around a mark stands what is within some steps", () => {
  const network = { nodes: ["a", "b", "c", "d"].map((id) => mark(id)), links: [link("a", "b"), link("c", "b"), link("c", "d")] };
  const near = (reach) => Object.fromEntries(aroundOf(network, "b", reach).nodes.map(({ id, column }) => [id, column]));
  assert.deepEqual(near(1), { a: 1, b: 0, c: 1 });
  assert.deepEqual(near(2), { a: 1, b: 0, c: 1, d: 2 });
  assert.equal(aroundOf(network, "b").links.length, 2);
});

test("between two marks run all shortest ways and no others", () => {
  const ends = [["a", "b"], ["c", "b"], ["a", "d"], ["d", "c"], ["a", "e"], ["e", "f"], ["f", "c"], ["b", "d"]];
  const network = { nodes: ["a", "b", "c", "d", "e", "f", "g"].map((id) => mark(id)), links: ends.map(([from, to]) => link(from, to)) };
  const way = pathOf(network, "a", "c");
  assert.deepEqual(Object.fromEntries(way.nodes.map(({ id, column }) => [id, column])), { a: 0, b: 1, c: 2, d: 1 });
  assert.equal(way.links.length, 4);
  assert.deepEqual(pathOf(network, "a", "g"), { nodes: [], links: [] });
  assert.deepEqual(pathOf(network, "a", "a").nodes.map(({ id }) => id), ["a"]);
});

test("up to thirty marks are drawn each by itself, more as crowds of those that are alike", () => {
  const network = (count) => {
    const many = Array.from({ length: count - 1 }, (_, index) => mark(`a${index}`));
    return columnsOf({ nodes: [...many, mark("deed", "initiative")], links: many.map(({ id }) => link(id, "deed")) });
  };
  assert.equal(crowded(network(30)).nodes.length, 30);
  const { nodes, links } = crowded(network(31));
  assert.deepEqual(nodes.map(({ id, members }) => [id, members?.length]), [["crowd:a0", 30], ["deed", undefined]]);
  assert.deepEqual(links.map(({ from, to }) => [from, to]), [["crowd:a0", "deed"]]);
});

test("marks are alike only with the same group, kind, line, way and others", () => {
  const few = (name, group, make, own = {}) => Array.from({ length: 8 }, (_, index) => ({ ...mark(`${name}${index}`, group), ...own, make }));
  const kinds = [
    ...few("to", "actor", (id) => link(id, "deed")), ...few("from", "actor", (id) => link("deed", id)), ...few("plan", "actor", (id) => link(id, "deed", "intention")),
    ...few("other", "actor", (id) => link(id, "more")), ...few("kind", "actor", (id) => link(id, "deed"), { kind: "court" }), ...few("law", "law", (id) => link(id, "deed")),
  ];
  const nodes = [...kinds.map(({ make, ...own }) => (make, own)), mark("deed", "initiative"), mark("more", "initiative")];
  const found = crowded(columnsOf({ nodes, links: kinds.map(({ id, make }) => make(id)) })).nodes;
  assert.deepEqual(found.map(({ members }) => members?.length), [8, 8, 8, 8, 8, 8, undefined, undefined]);
});

test("marks that are linked among themselves are alike, and the crowd says so", () => {
  const many = Array.from({ length: 31 }, (_, index) => mark(`a${index}`));
  const pairs = many.flatMap((one, index) => many.slice(index + 1).map((other) => link(one.id, other.id, "inferred", "works with")));
  const { nodes, links } = crowded(columnsOf({ nodes: [...many, mark("deed", "initiative")], links: [...pairs, ...many.map(({ id }) => link(id, "deed"))] }));
  assert.deepEqual(nodes.map(({ members }) => members?.length), [31, undefined]);
  assert.deepEqual(links.map(({ from, to, words }) => [from, to, words]), [["crowd:a0", "crowd:a0", "works with"], ["crowd:a0", "deed", "supports"]]);
});

test("links that look alike are one, and what leads both ways is one", () => {
  const found = joined([link("a", "b", "action", "one"), link("a", "b", "action", "two"), link("a", "b", "action", "one"), link("a", "b", "inferred")]);
  assert.deepEqual(found.map(({ words, line, mutual }) => [words, line, mutual]), [["one; two", "action", undefined], ["supports", "inferred", undefined]]);
  assert.deepEqual(joined([link("a", "b"), link("b", "a")]).map(({ from, mutual }) => [from, mutual]), [["a", true]]);
  assert.equal(joined([link("a", "b", "action", "one"), link("b", "a", "action", "two")]).length, 2);
  assert.equal(joined([link("a", "a")]).length, 1);
});

test("sweeps let fewer links cross", () => {
  const columns = [["a", "b", "c"], ["x", "y", "z"]];
  const steps = [["a", "z"], ["b", "y"], ["c", "x"]].map(([before, after]) => ({ before, after }));
  assert.equal(crossings(columns, [steps, []]), 3);
  assert.equal(crossings(ordered(columns, steps), [steps, []]), 0);
});

test("crossings are those of any two links between the same columns", () => {
  for (const seed of SEEDS) {
    const next = numbers(seed + 1);
    const ids = (name) => Array.from({ length: 9 }, (_, index) => `${name}${index}`);
    const columns = [ids("a"), ids("b")];
    const steps = Array.from({ length: 20 }, () => ({ before: `a${Math.floor(next() * 9)}`, after: `b${Math.floor(next() * 9)}` }));
    const cross = (one, other) => (Number(one.before[1]) - Number(other.before[1])) * (Number(one.after[1]) - Number(other.after[1])) < 0;
    const count = steps.reduce((sum, one, index) => sum + steps.slice(index + 1).filter((other) => cross(one, other)).length, 0);
    assert.equal(crossings(columns, [steps, []]), count);
  }
});

test("a word that is too broad is broken, nothing is lost", () => {
  const text = `short ${"long".repeat(20)} end`;
  const lines = wrapped(text, 100, breadth);
  assert.ok(lines.every((line) => breadth(line.trimEnd()) <= 100));
  assert.equal(lines.join(""), text);
  assert.deepEqual(wrapped("", 100, breadth), [""]);
  assert.deepEqual(wrapped("😀😀", 1, breadth), ["😀", "😀"]);
});

test("keys lead within a column and along links", () => {
  const stop = (id, column, row, middle) => ({ id, column, row, own: id, middle });
  const stops = [stop("a", 0, 0, 10), stop("b", 0, 1, 50), stop("x", 1, 0, 10), stop("y", 1, 1, 60), stop("z", 2, 0, 50)];
  const [a, b] = stops;
  const next = (from, key, linked = []) => nextOf(from, key, stops, new Set(linked))?.id;
  assert.equal(next(a, "ArrowDown"), "b");
  assert.equal(next(b, "ArrowUp"), "a");
  assert.equal(next(a, "ArrowUp"), undefined);
  assert.equal(next(a, "End"), "b");
  assert.equal(next(b, "Home"), "a");
  assert.equal(next(b, "ArrowRight", ["x", "y", "z"]), "y");
  assert.equal(next(b, "ArrowRight", ["z"]), "z");
  assert.equal(next(b, "ArrowRight"), undefined);
  assert.equal(next(stops[3], "ArrowLeft", ["a", "b"]), "b");
  assert.equal(next(a, "constructor"), undefined);
});

test("a page can speak another language", () => {
  assert.equal(wordsOf()("said", { from: "{to}", words: "$&", to: "B" }), "{to} – $& – B");
  assert.equal(wordsOf({ among: "entre eux" })("among"), "entre eux");
  assert.equal(wordsOf({ among: "entre eux" })("legend"), "Legend");
});
