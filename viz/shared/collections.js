// Lists and their order.

const ORDER = new Intl.Collator("en", { numeric: true, sensitivity: "base" });

/**
 * The order of the alphabet, accents and case aside, and of numbers: 2 before 10.
 * @param {string} one
 * @param {string} other
 */
export function compare(one, other) {
  return ORDER.compare(one, other);
}

/**
 * The rows by what `keyOf` gives for them, in the order in which they come.
 * @template Row, Key
 * @param {Iterable<Row>} rows
 * @param {(row: Row) => Key} keyOf
 * @returns {Map<Key, Row[]>}
 */
export function group(rows, keyOf) {
  /** @type {Map<Key, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    const own = groups.get(key);
    if (own) own.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

/**
 * The parts with a comma, or another mark, between each two.
 * @template Part
 * @param {Part[]} parts
 * @returns {(Part | string)[]}
 */
export function listed(parts, mark = ", ") {
  return parts.flatMap((part, index) => (index ? [mark, part] : [part]));
}

/**
 * A number of things in words.
 * @param {number} count
 * @param {string} word
 */
export function plural(count, word) {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
