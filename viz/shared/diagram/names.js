// What marks and links of a drawing are called, for those who see it and those who hear it.

import { group } from "../collections.js";
import { lookOf } from "./marks.js";
import { wordsOf } from "./words.js";

/** @import { DiagramOptions, Link, Mark, Network } from "./diagram.js" */

const TOLD = 4; // links that the name of a mark tells

/** What marks and links are called. */
export class Names {
  /**
   * @param {Network} network
   * @param {DiagramOptions} options
   */
  constructor({ nodes, links }, options) {
    this.say = wordsOf(options.words);
    this.options = options;
    this.labels = new Map(nodes.map((mark) => [mark.id, this.labelOf(mark)]));
    const own = group(links.flatMap((link) => [...new Set([link.from, link.to])].map((id) => ({ id, link }))), ({ id }) => id);
    /** The links of each mark; a member of a crowd has those of the crowd. */
    this.links = new Map(nodes.flatMap(({ id, members = [] }) => {
      const found = (own.get(id) ?? []).map(({ link }) => link);
      return [id, ...members.map((member) => member.id)].map((one) => [one, { id, found }]);
    }));
  }

  /** @param {Mark} mark */
  labelOf({ label, members, kinds, group: own }) {
    if (!members) return label;
    return this.say("crowd", { count: members.length, kinds: kinds || lookOf(this.options, own).many });
  }

  /** The label and kind of a mark, and what links it. @param {Mark} mark */
  nameOf(mark) {
    const { id = "", found = [] } = this.links.get(mark.id) ?? {};
    const kind = mark.kind || lookOf(this.options, mark.group).words;
    const named = mark.members ? this.labelOf(mark) : this.say("named", { label: mark.label, kind });
    const more = found.length > TOLD ? [this.say("more", { count: found.length - TOLD })] : [];
    return [named, ...found.slice(0, TOLD).map((link) => this.linkOf(id, link)), ...more].join("; ");
  }

  /**
   * A link as it is told at one of its ends.
   * @param {string} id
   * @param {Link} link
   */
  linkOf(id, { from, to, words, basis }) {
    if (from === id) return this.withBasis(basis, `${words}: ${to === id ? this.say("among") : this.labels.get(to)}`);
    return this.withBasis(basis, `${this.labels.get(from)}: ${words}`);
  }

  /** Who, words, whom. @param {Link} link */
  saidOf({ from, to, words, basis, mutual }) {
    const ends = { from: this.labels.get(from) ?? "", to: from === to ? this.say("among") : this.labels.get(to) ?? "" };
    return this.withBasis(basis, this.say(mutual ? "both" : "said", { ...ends, words }));
  }

  /**
   * Words that say so where no sentence states them.
   * @param {string} basis
   * @param {string} said
   */
  withBasis(basis, said) {
    return this.say(basis, { said }) || said;
  }
}
