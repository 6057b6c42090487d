// Names that have room in the picture, and how marks and lines look.

import { strict as assert } from "node:assert";
import { test } from "node:test";

import { around, boxAround, NAME, nameBox, withRoom } from "../viz/shared/picture/boxes.js";
import { dimmedNode, paintedEdge, smallNode, wholeNode } from "../viz/shared/picture/painting.js";

const FRAME = { width: 100, height: 100 };
const EDGE = { from: "a", to: "b", color: "#111111", width: 3, dashes: [12, 8], inferred: true };
const NODE = { id: "a", color: "#222222", font: { size: 15, color: "#000000" }, label: "A long name", brief: "A…", widthConstraint: { maximum: 165 } };
const box = (x, y) => boxAround({ x, y }, 10, 10);

test("a name has room where it covers nothing and stays inside", () => {
  const boxes = [["first", box(50, 50)], ["covers", box(55, 55)], ["beside", box(71, 50)], ["outside", box(95, 50)]];
  assert.deepEqual([...withRoom(boxes, [], FRAME)], ["first", "beside"]);
  assert.deepEqual([...withRoom(boxes, [box(50, 50)], FRAME)], ["beside"]);
});

test("boxes that touch do not cover each other", () => {
  assert.equal(withRoom([["one", box(30, 30)], ["other", box(50, 30)]], [], FRAME).size, 2);
});

test("a long name takes more lines, no more breadth", () => {
  const [short, long] = ["name", "a".repeat(60)].map((name) => nameBox(name, { x: 0, y: 0 }, 10));
  assert.ok(long.bottom > short.bottom);
  assert.ok(long.right - long.left <= NAME.width + 2 * NAME.gap);
  assert.ok(short.top >= 10);
});

test("the box around others holds all of them", () => {
  assert.deepEqual(around([box(10, 20), box(50, 0)]), { left: 0, right: 60, top: -10, bottom: 30 });
});

test("strokes, gaps and chosen lines keep their length on the screen", () => {
  for (const scale of [0.02, 0.5, 1, 3]) {
    const { dashes, width } = paintedEdge(EDGE, { hidden: false, chosen: true, background: "" }, scale);
    assert.ok(Math.min(...dashes) * Math.max(scale, 1) >= 8 && Math.min(...dashes) * scale >= 8 - 1e-9);
    assert.ok(width * scale >= 0.6 * EDGE.width - 1e-9);
  }
});

test("a line is pale in the background, and whole where it is chosen", () => {
  const look = (how) => paintedEdge(EDGE, { hidden: false, chosen: false, background: "", ...how }, 1).color;
  assert.deepEqual([look({}).color, look({}).opacity], ["#111111", 0.6]);
  assert.deepEqual([look({ background: "#eeeeee" }).color, look({ background: "#eeeeee" }).opacity], ["#eeeeee", 1]);
  assert.deepEqual([look({ chosen: true, background: "#eeeeee" }).color, look({ chosen: true }).opacity], ["#111111", 1]);
});

test("a mark has its whole name, a brief one that is legible, or none", () => {
  assert.equal(wholeNode(NODE).label, "A long name");
  assert.equal(smallNode(NODE, true, 0.25).label, "A…");
  assert.equal(smallNode(NODE, true, 0.25).font.size * 0.25, NAME.size);
  assert.equal(smallNode(NODE, false, 0.25).font.size, 0);
});

test("in the background goals alone keep their names", () => {
  const dimmed = { fill: "#f1f3f5", border: "#d5dae0", text: "#5f6973", line: "#eceff2" };
  assert.equal(dimmedNode(NODE, false, dimmed).font.size, 0);
  assert.equal(dimmedNode(NODE, true, dimmed).font.size, 15);
  assert.equal(dimmedNode(NODE, true, dimmed).color.background, "#f1f3f5");
});
