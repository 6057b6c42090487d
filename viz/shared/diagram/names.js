// What marks and links of a drawing are called, for those who see it and those who hear it.

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
    this.links = links;
    this.labels = new Map(nodes.map((mark) => [mark.id, this.labelOf(mark)]));
  }

  /** @param {Mark} mark */
  labelOf({ label, members, kinds, group }) {
    if (!members) return label;
    return this.say("crowd", { count: members.length, kinds: kinds || lookOf(this.options, group).many });
  }

  /** The label and kind of a mark, and what links it. @param {Mark} mark */
  nameOf(mark) {
    const own = this.linksOf(mark.id);
    const kind = mark.kind || lookOf(this.options, mark.group).words;
    const named = mark.members ? this.labelOf(mark) : this.say("named", { label: mark.label, kind });
    const more = own.length > TOLD ? [this.say("more", { count: own.length - TOLD })] : [];
    return [named, ...own.slice(0, TOLD), ...more].join("; ");
  }

  /** @param {string} id */
  linksOf(id) {
    return this.links.flatMap(({ from, to, words }) => {
      if (from === id) return [`${words}: ${to === id ? this.say("among") : this.labels.get(to)}`];
      return to === id ? [`${this.labels.get(from)}: ${words}`] : [];
    });
  }

  /** Who, words, whom. @param {Link} link */
  saidOf({ from, to, words, basis, mutual }) {
    const ends = { from: this.labels.get(from) ?? "", to: from === to ? this.say("among") : this.labels.get(to) ?? "" };
    const said = this.say(mutual ? "both" : "said", { ...ends, words });
    return basis === "inferred" ? this.say("inferred", { said }) : said;
  }
}
