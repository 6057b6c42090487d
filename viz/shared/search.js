// Search: an item is found by its names, by the status of what it takes part in, by "blank" and "not yet read"; accents and case aside.

import { blankSections, unreadSections } from "./content.js";

/** @import { Content } from "./content.js" */

/** What each item of a page goes by. */
export class SearchIndex {
  /** @param {Content} content */
  constructor(content) {
    this.content = content;
    this.terms = new Map(content.itemIds.map((id) => [id, this.termsOf(id).map(folded)]));
  }

  /**
   * The items that have the folded text in a name or status, the nearest first.
   * @param {string} query
   */
  find(query) {
    const ranks = new Map(this.content.itemIds.map((id) => [id, this.rank(id, query)]));
    const rank = (/** @type {string} */ id) => ranks.get(id) ?? -1;
    return this.content.itemIds.filter((id) => rank(id) >= 0).sort((one, other) => rank(one) - rank(other));
  }

  /**
   * The other name or status by which an item was found; empty where its label has the text.
   * @param {string} id
   * @param {string} query
   */
  foundBy(id, query) {
    const index = this.folded(id).findIndex((term) => term.includes(query));
    return index > 0 ? this.termsOf(id)[index] : "";
  }

  /**
   * How near an item comes to what is sought: 0 has just that name, 1 has it as whole words, 2 starts a word with it, 3 has
   * it inside; -1 where not at all.
   * @param {string} id
   * @param {string} sought
   */
  rank(id, sought) {
    /** @type {((term: string) => boolean)[]} */
    const nearness = [
      (term) => term === sought,
      (term) => ` ${term} `.includes(` ${sought} `),
      (term) => ` ${term}`.includes(` ${sought}`),
      (term) => term.includes(sought),
    ];
    return nearness.findIndex((near) => this.folded(id).some(near));
  }

  /** @param {string} id */
  folded(id) {
    return this.terms.get(id) ?? [];
  }

  /**
   * What an item goes by: its label first.
   * @param {string} id
   */
  termsOf(id) {
    const { short, names } = this.content.data.items[id];
    return [this.content.labelOf(id), short, ...names, ...this.statusTerms(id), ...this.sectionTerms(id)];
  }

  /** @param {string} id */
  statusTerms(id) {
    const stated = this.content.factsOf(id, "stated");
    const own = stated.filter(({ status, subject, object }) => status && [subject, object].includes(id));
    return this.content.isGoal(id) ? [] : [...new Set(own.map((fact) => fact.statusName))];
  }

  /** @param {string} id */
  sectionTerms(id) {
    const goal = this.content.goalOf(id);
    return goal ? [...blankSections(goal).map(({ words }) => words), ...unreadSections(goal).map(({ unread }) => unread)] : [];
  }
}

/**
 * Lower case, without accents, and with one space for all that is neither letter nor digit.
 * @param {string} text
 */
export function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
