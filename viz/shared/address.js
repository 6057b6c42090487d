// The part of the page's address behind "#": the id of an item, or the two ends of a line with a space between them.

/**
 * What stands behind "#" for those items.
 * @param {string[]} ids
 */
export function hashOf(ids) {
  return `#${encodeURI(ids.join(" "))}`;
}

/**
 * The items that an address names, none where it names nothing; null where one is not known, or where they are too many.
 * @param {string} hash
 * @param {(id: string) => boolean} isKnown
 */
export function idsOf(hash, isKnown) {
  const ids = decoded(hash.slice(1)).split(" ").filter(Boolean);
  return ids.length <= 2 && ids.every(isKnown) ? ids : null;
}

/**
 * What was encoded for an address; what is not encoded as it should be stays as it is.
 * @param {string} text
 */
export function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
