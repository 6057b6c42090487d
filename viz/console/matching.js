// Which of many names a reader means who has typed a part of one: accents and case aside, the nearest first.

/** @param {string} text */
export function folded(text) {
  return (/[^\0-\x7f]/.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text).toLowerCase();
}

/**
 * The entries of which a name has all that is typed, the nearest first: whole, at its beginning, at that of a word, anywhere.
 * @template Entry
 * @param {Entry[]} entries
 * @param {string} typed
 * @param {(entry: Entry) => string[]} namesOf
 */
export function matching(entries, typed, namesOf) {
  const sought = folded(typed.trim());
  if (!sought) return entries;
  const ranked = entries.map((entry) => ({ entry, rank: rankOf(namesOf(entry), sought) })).filter(({ rank }) => rank < Infinity);
  return ranked.sort((one, other) => one.rank - other.rank).map(({ entry }) => entry);
}

/**
 * @param {string[]} names
 * @param {string} sought
 */
function rankOf(names, sought) {
  return Math.min(...names.map((name) => rankIn(folded(name), sought)));
}

/**
 * @param {string} name
 * @param {string} sought
 */
function rankIn(name, sought) {
  if (name === sought) return 0;
  const place = name.indexOf(sought);
  if (place <= 0) return place < 0 ? Infinity : 1;
  return /[\p{L}\p{N}]/u.test(name[place - 1]) ? 3 : 2;
}
