// A thing in an answer leads to its description: what the graph has about it, under its name and IRI.

import { make, makeButton } from "../shared/elements.js";
import { linkOf } from "./asked.js";
import { called, identity, learnNames, nameOf } from "./names.js";

/** @import { Term } from "./console.js" */

const DESCRIBES = /^\s*DESCRIBE\s+<([^<>]+)>\s*$/i;

/**
 * A link to what the graph has about a thing.
 * @param {Term} thing
 */
export function describing(thing) {
  const link = make("a", "", called(thing));
  link.href = queryLink(`DESCRIBE <${thing.value}>`);
  link.title = identity(thing.value);
  return link;
}

/**
 * What stands above a description: what is described, its IRI to be copied, and the way to what refers to it. Nothing above
 * other answers.
 * @param {string} sparql
 */
export async function headOf(sparql) {
  const [, iri] = DESCRIBES.exec(sparql) ?? [];
  if (!iri) return [];
  const thing = /** @type {Term} */ ({ type: "uri", value: iri });
  await learnNames([{ thing }]);
  const copied = make("span", "note");
  copied.setAttribute("role", "status");
  const copy = makeButton("", "Copy IRI", () => {
    void navigator.clipboard.writeText(iri).then(() => "Copied.", () => "Copy it from the text.").then((words) => copied.replaceChildren(words));
  });
  const referring = make("a", "", "What refers to it");
  referring.href = queryLink(`# What refers to <${iri}>\nSELECT ?thing ?property WHERE {\n  ?thing ?property <${iri}> .\n}\nORDER BY ?property ?thing`);
  return [make("p", "", make("strong", "", nameOf(thing)), " ", make("code", "", iri), " ", copy, copied, " ", referring)];
}

/** @param {string} sparql */
function queryLink(sparql) {
  return linkOf({ question: "", values: {}, sparql, asNetwork: false });
}
