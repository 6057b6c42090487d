// The editor of queries: CodeMirror in a shadow root, where its style sheets need no leave of the page's policy.

import { at } from "../shared/elements.js";
import { choicesOf, vocabulary } from "./choices.js";
import { offersAt } from "./completion.js";
import { data } from "./given.js";
import { slipIn } from "./slip.js";

/** @import { CompletionContext, CompletionResult } from "@codemirror/autocomplete" */
/** @import { Extension } from "@codemirror/state" */
/** @import { EditorView } from "@codemirror/view" */
/** @import { Known, Offer } from "./console.js" */

const LABEL = "The query, in SPARQL";
const NAMED = ["goal", "member", "thing", "status", "role", "audience"]; // types of values that a query can name
const QUIET = /^(?:String|Comment|Iriref)$/; // parts of a query in which nothing is offered

/** @type {Known} */
const known = { words: [], things: [], prefixes: data.prefixes };
/** What happens when the reader wants the query to run, and when the query is another. */
const heard = { run: () => {}, change: () => {} };
/** @type {EditorView} */
const view = new CodeMirror.EditorView({ parent: at("sparql").attachShadow({ mode: "open" }), state: CodeMirror.EditorState.create({ doc: "", extensions: extensions() }) });

/** The query as it stands. */
export function written() {
  return view.state.doc.toString();
}

/** @param {string} sparql */
export function write(sparql) {
  if (sparql !== written()) view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: sparql } });
}

/**
 * @param {() => void} run
 * @param {() => void} change
 */
export function listenToEditor(run, change) {
  Object.assign(heard, { run, change });
}

/**
 * Marks the slip that an error names, and brings it into view; an error that names no place marks nothing.
 * @param {string} error
 */
export function markSlip(error) {
  const slip = slipIn(error, written());
  const marks = slip ? [{ from: slip.from, to: slip.to, severity: /** @type {const} */ ("error"), message: slip.words }] : [];
  view.dispatch(CodeMirror.setDiagnostics(view.state, marks));
  if (slip) view.dispatch({ effects: CodeMirror.EditorView.scrollIntoView(slip.from) });
}

/** @returns {Extension[]} */
function extensions() {
  const { autocompletion, bracketMatching, closeBrackets, EditorView: Editor, history, syntaxHighlighting } = CodeMirror;
  return [
    Editor.contentAttributes.of({ "aria-label": LABEL, tabindex: "0", spellcheck: "false", autocapitalize: "off", translate: "no" }),
    Editor.lineWrapping, CodeMirror.lineNumbers(), CodeMirror.highlightSpecialChars(), CodeMirror.lintGutter(), history(),
    CodeMirror.sparql(), syntaxHighlighting(colours()), bracketMatching(), closeBrackets(), CodeMirror.indentOnInput(),
    autocompletion({ override: [completions], icons: false, maxRenderedOptions: 50 }),
    Editor.updateListener.of(({ docChanged }) => docChanged && heard.change()),
    Editor.domEventHandlers({ focus: () => void learn() }),
    keys(), look(),
  ];
}

/** Ctrl+Enter runs the query; Tab is not bound, so that it leaves the editor. */
function keys() {
  const { closeBracketsKeymap, completionKeymap, defaultKeymap, historyKeymap, keymap, lintKeymap, Prec } = CodeMirror;
  const run = () => {
    heard.run();
    return true;
  };
  return [
    Prec.highest(keymap.of([{ key: "Mod-Enter", run }])),
    keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
  ];
}

/** Takes in the vocabulary and the names of the graph; without them, the rest is offered. */
async function learn() {
  if (known.things.length) return;
  const [words, ...things] = await Promise.all([vocabulary(), ...NAMED.map(choicesOf)]).catch(() => [[]]);
  Object.assign(known, { words, things: [...new Map(things.flat().map((thing) => [thing.iri, thing])).values()] });
}

/**
 * @param {CompletionContext} context
 * @returns {Promise<CompletionResult | null>}
 */
async function completions({ state, pos, explicit }) {
  if (QUIET.test(CodeMirror.syntaxTree(state).resolveInner(pos, -1).name)) return null;
  await learn();
  const found = offersAt(state.sliceDoc(0, pos), state.doc.toString(), known, explicit);
  return found && { from: pos - found.length, filter: false, options: found.offers.map(option) };
}

/** @param {Offer} offer */
function option({ label, detail, type, apply, info }) {
  return { label, detail, type, apply, info: info || undefined };
}

function colours() {
  const { tags: { brace, bool, comment, float, integer, keyword, namespace, string, typeName, url, variableName } } = CodeMirror;
  return CodeMirror.HighlightStyle.define([
    { tag: keyword, color: "var(--accent)", fontWeight: "600" },
    { tag: [url, namespace, typeName], color: "var(--names)" },
    { tag: variableName, color: "var(--variables)" },
    { tag: [string, bool, integer, float], color: "var(--texts)" },
    { tag: comment, color: "var(--soft)", fontStyle: "italic" },
    { tag: brace, fontWeight: "600" },
  ]);
}

function look() {
  return CodeMirror.EditorView.theme({
    "&": { height: "100%", color: "var(--ink)", backgroundColor: "var(--paper)", font: "13px/1.5 ui-monospace, 'Liberation Mono', monospace" },
    "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "1px" },
    ".cm-scroller": { overflow: "auto", fontFamily: "inherit", lineHeight: "inherit" },
    ".cm-content": { caretColor: "var(--ink)" },
    ".cm-gutters": { color: "var(--soft)", backgroundColor: "var(--tint)", borderRight: "1px solid var(--line)" },
    ".cm-tooltip": { color: "var(--ink)", backgroundColor: "var(--paper)", border: "1px solid var(--line)", maxWidth: "min(34rem, 90vw)" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.25rem 0.5rem", minHeight: "24px" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": { color: "var(--ink)", backgroundColor: "var(--chosen)" },
    ".cm-completionDetail": { color: "var(--soft)", fontStyle: "normal" },
    ".cm-diagnostic-error": { borderLeftColor: "var(--focus)" },
    "&.cm-focused .cm-matchingBracket, .cm-matchingBracket": { backgroundColor: "var(--chosen)", outline: "1px solid var(--accent)" },
    "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", outline: "1px dashed var(--focus)" },
  });
}
