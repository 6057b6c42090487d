// Where in a query the slip is that an error names.

const PLACE = /^line (\d+)(?:, column (\d+))? of the query: (.*)/;

/**
 * The place of the slip as offsets in the query, and what is wrong; null where the error names no place.
 * @param {string} error
 * @param {string} sparql
 */
export function slipIn(error, sparql) {
  const [, line, column, words] = PLACE.exec(error) ?? [];
  if (!line) return null;
  const lines = sparql.split("\n");
  const row = Math.min(Number(line), lines.length) - 1;
  const start = lines.slice(0, row).reduce((length, each) => length + each.length + 1, 0);
  const [from, to] = column ? marked(lines[row], Number(column) - 1) : [0, lines[row].length];
  return { from: start + from, to: start + to, words };
}

/**
 * What is marked in a line: the word at a character, which may be two units of the script; at the end, the last character.
 * @param {string} line
 * @param {number} character
 * @returns {[number, number]}
 */
function marked(line, character) {
  const at = [...line].slice(0, character).join("").length;
  const from = Math.min(at, Math.max(line.length - 1, 0));
  const [word] = /^(?:[\p{L}\p{N}_:?$.-]+|.)/u.exec(line.slice(from)) ?? [""];
  return [from, from + word.length];
}
