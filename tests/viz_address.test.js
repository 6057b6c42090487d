// The address of a page holds what is chosen.

import { strict as assert } from "node:assert";
import { test } from "node:test";

import { decoded, hashOf, idsOf } from "../viz/shared/address.js";

const known = ["actor/a", "law/1%2F2", "https://a.example/id/x#y", "actor/șț"];
const isKnown = (id) => known.includes(id);

test("an address leads back to what it was made from", () => {
  for (const ids of [[], ...known.map((id) => [id]), ["actor/a", "actor/șț"]]) assert.deepEqual(idsOf(hashOf(ids), isKnown), ids);
});

test("no address and an empty one name nothing", () => {
  assert.deepEqual(idsOf("", isKnown), []);
  assert.deepEqual(idsOf("#", isKnown), []);
});

test("an address of no item is told from one of nothing", () => {
  for (const hash of ["#actor/b", "#%", "#actor/a actor/b", "#actor/a%20actor/a%20actor/a"]) assert.equal(idsOf(hash, isKnown), null);
});

test("what is not encoded as it should be stays as it is", () => {
  assert.equal(decoded("100%"), "100%");
  assert.equal(decoded("SELECT%20%3Fs%23"), "SELECT ?s#");
});
