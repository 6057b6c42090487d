// The items, goals and facts of a page, and what they say of each other.

import { compare, group } from "./collections.js";

/** @import { Basis, Fact, Goal, PageData, Section, Target } from "./data.js" */

const GOAL = "goal"; // the group of targets and goals

/** What a page shows, by item. */
export class Content {
  /** @param {PageData} data */
  constructor(data) {
    this.data = data;
    this.goals = data.targets.flatMap((target) => target.goals);
    this.itemIds = Object.keys(data.items).sort((one, other) => compare(this.labelOf(one), this.labelOf(other)));
    this.byItem = byItem(data.facts);
  }

  /** @param {string} id */
  has(id) {
    return Object.hasOwn(this.data.items, id);
  }

  /**
   * The facts that speak of an item.
   * @param {string} id
   * @param {Basis} basis
   */
  factsOf(id, basis) {
    return (this.byItem.get(id) ?? []).flatMap(({ fact }) => (fact.basis === basis ? fact : []));
  }

  /**
   * The facts that speak of both items.
   * @param {string[]} ends
   * @param {Basis} basis
   */
  factsBetween([one, other], basis) {
    return this.factsOf(one, basis).filter((fact) => endsOf(fact).has(other));
  }

  /** @param {string} id */
  labelOf(id) {
    const { number, label } = this.data.items[id];
    return [number, label].filter(Boolean).join(" ");
  }

  /**
   * A goal by its number and short name, all else by its short name, or else its whole name.
   * @param {string} id
   */
  shortOf(id) {
    const item = this.data.items[id];
    return item.number ? heading(item) : item.short || item.label;
  }

  /**
   * A goal by its number and short name, all else by the name that is given.
   * @param {string} id
   * @param {string} label
   */
  nameOf(id, label) {
    return this.has(id) && this.data.items[id].number ? heading(this.data.items[id]) : label;
  }

  /** @param {string} id */
  isGoal(id) {
    return this.data.items[id].group === GOAL;
  }

  /**
   * @param {string} id
   * @returns {Goal | undefined}
   */
  goalOf(id) {
    return this.goals.find((goal) => goal.id === id);
  }

  /**
   * A target that has goals of its own; a goal without a target is none.
   * @param {string} id
   * @returns {Target | undefined}
   */
  targetOf(id) {
    return this.goalOf(id) ? undefined : this.data.targets.find((target) => target.id === id);
  }

  /** @param {Section} section */
  sectionName({ report, section }) {
    return [this.data.several && report, "Section", section].filter(Boolean).join(" ");
  }
}

/**
 * The number and short name of a goal.
 * @param {{ number: string, short: string, label: string }} goal
 */
export function heading({ number, short, label }) {
  return [number, short || label].filter(Boolean).join(" ");
}

/** @param {Goal} goal */
export function blankSections(goal) {
  return goal.sections.filter((section) => section.blank);
}

/**
 * The sections of a goal that are not yet read, or in part.
 * @param {Goal} goal
 */
export function unreadSections(goal) {
  return goal.sections.filter((section) => section.unread);
}

/** @param {Fact[]} facts */
function byItem(facts) {
  const told = facts.flatMap((fact) => [...endsOf(fact)].map((id) => ({ id, fact })));
  return group(told, ({ id }) => id);
}

/**
 * The items that a fact speaks of.
 * @param {Fact} fact
 */
function endsOf({ subject, object, laws, serves }) {
  return new Set([subject, object, ...laws.map((law) => law.id), ...serves].filter(Boolean));
}
