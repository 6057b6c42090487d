// In which reports the text has what is sought, and in which not: by member, never by number.

import { compare, listed } from "../../shared/collections.js";
import { later, make } from "../../shared/elements.js";
import { link, reportName } from "../page.js";
import { phrase, t } from "../words.js";

/** @import { Report } from "../data.js" */
/** @import { Hits } from "../hits.js" */

/**
 * The reports with the number of hits in the text of each, to be opened; nothing of one report.
 * @param {Hits[]} hits of one query in each report, or of several
 */
export function hitsByReport(hits) {
  const all = new Set(hits.map(({ reading }) => reading.report));
  const found = hits.filter(({ count }) => count);
  const reports = new Set(found.map(({ reading }) => reading.report));
  return all.size < 2 ? "" : later(t("search.reports", { n: reports.size, all: all.size }), () => [...foundIn(found), ...notFoundIn([...all].filter((report) => !reports.has(report)))]);
}

/** @param {Hits[]} found */
function foundIn(found) {
  const links = byMember([...new Set(found.map(({ reading }) => reading.report))]).map((report) => {
    const own = found.filter(({ reading }) => reading.report === report);
    return make("span", "", link([reportName(report)], "text", report.id, { q: own[0].query.typed }), ` (${own.reduce((sum, { count }) => sum + count, 0)})`);
  });
  return links.length ? [make("p", "spread", ...listed(links, " · "))] : [];
}

/** @param {Report[]} reports */
function notFoundIn(reports) {
  if (!reports.length) return [];
  const names = (/** @type {Report[]} */ own) => make("span", "", ...listed(byMember(own).map((report) => link([reportName(report)], "text", report.id))));
  const unread = reports.filter(({ reading }) => reading !== "read");
  const none = phrase(unread.length ? "search.reports.unread" : "search.reports.none", { reports: names(reports), unread: names(unread) });
  return [make("p", "spread", ...none), make("p", "note", t("search.reports.note"))];
}

/** @param {Report[]} reports */
function byMember(reports) {
  return [...reports].sort((one, other) => compare(one.member, other.member) || one.year - other.year);
}
