// The answer as a table; a long one is shown piece by piece.

const PIECE = 500; // rows
const LONG = 60; // characters of a text that gets a broad cell
const SENTENCE = 120; // characters of a text for which a cell of its column is too narrow

function renderTable({ columns, rows }) {
  const long = columns.filter((column) => holdsSentences(rows.map((row) => row[column]).filter(Boolean)));
  const short = columns.filter((column) => !long.includes(column));
  const parts = short.length ? { short, long } : { short: columns, long: [] };
  const head = make("thead", "", make("tr", "", ...parts.short.map(heading)));
  const table = make("table", "", make("caption", "", "The answer"), head);
  at("table").replaceChildren(table);
  addRows(table, parts, rows, 0);
}

function holdsSentences(found) {
  return found.every(({ type }) => type === "literal") && found.some(({ value }) => value.length > SENTENCE);
}

/** The name of a column, which may wrap before each of its words. */
function heading(column) {
  const named = column.split(/(?<=[a-z])(?=[A-Z])/).flatMap((word) => [make("wbr"), word]);
  const cell = make("th", "", ...named);
  cell.scope = "col";
  return cell;
}

function addRows(table, parts, rows, start) {
  table.append(...rows.slice(start, start + PIECE).map((row) => record(row, parts)));
  const rest = rows.length - start - PIECE;
  if (rest <= 0) return;
  const more = makeButton("more act", `Show ${Math.min(PIECE, rest)} more of ${plural(rest, "row")}`, () => {
    more.remove();
    addRows(table, parts, rows, start + PIECE);
  });
  at("table").append(more);
}

/** A row; each long text has the whole breadth of the table below it. */
function record(row, { short, long }) {
  const sentences = long.filter((column) => row[column]).map((column) => sentence(column, row[column], short.length));
  return make("tbody", "", make("tr", "", ...short.map((column) => cell(row[column]))), ...sentences);
}

function sentence(column, found, breadth) {
  const block = make("div", "sentence", make("span", "note", `${column}: `), words(found));
  if (found["xml:lang"]) block.lang = found["xml:lang"];
  const wide = make("td", "", block);
  wide.colSpan = breadth;
  return make("tr", "", wide);
}

function cell(found) {
  if (!found) return make("td", "");
  if (found.type === "uri") return make("td", "", describing(found.value));
  const text = words(found);
  const element = make("td", kindOf(found, text), text);
  if (found["xml:lang"]) element.lang = found["xml:lang"];
  return element;
}

function kindOf(found, text) {
  if (/#(integer|decimal|double|float)$/.test(found.datatype || "")) return "number";
  return text.length > LONG ? "long" : "";
}

/** A button that asks what the graph says of a thing. */
function describing(iri) {
  const button = makeButton("link", shortened(iri), () => runOwn(`DESCRIBE <${iri}>`));
  button.title = iri;
  return button;
}
