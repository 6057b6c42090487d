// Starts the explorer, and shows what the address names.

import { at, field, focusable, make } from "../shared/elements.js";
import { wantedReports } from "./filters.js";
import { foreign, isOfUse, link, page, reportName, spoken, unturned } from "./page.js";
import { addContents, wentToPart } from "./parts/contents.js";
import { say } from "./parts/copying.js";
import { keepPlaces, returned } from "./returning.js";
import { addressOf, placeOf } from "./route.js";
import { showStory, storyLinks } from "./story.js";
import { fileOf, store } from "./store.js";
import { briefing, reportsOfBriefing } from "./views/briefing.js";
import { goalList, goalsOf, goalView } from "./views/goal.js";
import { itemList, itemView } from "./views/item.js";
import { lawView } from "./views/laws.js";
import { ledgerView } from "./views/ledger.js";
import { membersView, reportsSideBySide } from "./views/members.js";
import { networkView } from "./views/network.js";
import { numberView } from "./views/numbers.js";
import { searchView } from "./views/search.js";
import { textList, textView } from "./views/text.js";
import { timelineView } from "./views/timeline.js";
import { language, periodWords, phrase, t } from "./words.js";

/** @import { Report } from "./data.js" */
/** @import { Reading } from "./reading.js" */

/**
 * A view: its heading, what stands before that (a keyboard goes on behind it), its parts, and what is done once it stands on the page.
 * @typedef {{ title: string | (Node | string)[], parts: (Node | string)[], before?: Node[], shown?: () => void }} View
 */
/**
 * The reports that a view is made of, those to which it looks besides, and the view.
 * @typedef {{ reports: () => Report[], besides?: (reports: Report[]) => Report[], view: (readings: Reading[]) => View }} Room
 */

const SHOWN = ["briefing", "goals", "text", "actors", "initiatives", "laws", "timeline", "numbers", "ledger", "network", "members"];

/** @type {Record<string, Room>} */
const ROOMS = {
  briefing: { reports: reportsOfBriefing, besides: laterReports, view: briefing },
  goals: { reports: () => [], view: goalList },
  text: { reports: chosenReports, view: (readings) => (readings.length ? textView(readings) : textList()) },
  actors: { reports: wantedReports, view: (readings) => itemList(["actor"], readings) },
  initiatives: { reports: wantedReports, view: (readings) => itemList(["initiative", "event"], readings) },
  laws: { reports: wantedReports, view: lawView },
  timeline: { reports: wantedReports, view: timelineView },
  numbers: { reports: wantedReports, view: numberView },
  ledger: { reports: wantedReports, besides: laterReports, view: ledgerView },
  network: { reports: () => reportsOf(page.place.id), view: networkView },
  members: { reports: reportsSideBySide, view: membersView },
  search: { reports: wantedReports, view: searchView },
  item: { reports: () => reportsOf(page.place.id), besides: laterReports, view: goalOrItem },
};
/** @type {Room} */
const UNKNOWN = { reports: () => [], view: () => ({ title: t("unknown"), parts: [make("p", "", t("unknown.text"))] }) };

const IDLE = 200; // milliseconds until reports are read ahead, in browsers that do not say when they are idle

const CITED = 5; // reports that are cited one by one at the foot of a printed page

const LARGE = 1_000; // elements of a view from which on the browser lays out those that are seen

let turn = 0;

start();

async function start() {
  await store.open();
  window.addEventListener("hashchange", () => show(true));
  keepPlaces();
  const search = /** @type {HTMLFormElement} */ (at("search"));
  search.addEventListener("submit", (event) => event.preventDefault());
  search.addEventListener("input", onSearch);
  at("language").addEventListener("change", onLanguage);
  at("skip").addEventListener("click", (event) => {
    event.preventDefault();
    at("view").focus();
  });
  await show(false);
  readAhead();
}

/** Reads the reports that the next views need, while the reader reads. */
function readAhead() {
  whenIdle(() => store.chapters(wantedReports()).then(prepare).catch(() => {}));
}

/**
 * Makes reports ready for the search, one at a time.
 * @param {Reading[]} readings
 */
function prepare([first, ...others]) {
  if (!first) return;
  whenIdle(() => {
    store.searchable();
    first.searchable();
    prepare(others);
  });
}

/** @param {() => void} act */
function whenIdle(act) {
  const wait = window.requestIdleCallback ?? (() => setTimeout(act, IDLE));
  wait(act);
}

/** @param {Reading[]} readings */
function goalOrItem(readings) {
  return (goalsOf(page.place.id).length ? goalView : itemView)(page.place.id, readings);
}

function chosenReports() {
  const chosen = store.core.reports.filter(({ id }) => id === page.place.id);
  return chosen.length || store.core.reports.length > 1 ? chosen : store.core.reports;
}

/**
 * The later reports that may come back to what these promise.
 * @param {Report[]} reports
 */
function laterReports(reports) {
  return [...new Set(reports.flatMap((report) => store.laterThan(report)))];
}

/**
 * The wanted reports that speak of an item, of the law of which it is a provision, or of what stands under a target.
 * @param {string} id
 */
function reportsOf(id) {
  const wholes = store.item(id)?.within ?? [];
  const speaks = new Set([id, page.place.values.to ?? "", ...wholes, ...goalsOf(id).map((goal) => goal.id)].flatMap((one) => store.item(one)?.in ?? []));
  const alliance = store.allianceOf(id)?.id;
  return wantedReports().filter((report) => (alliance === undefined ? speaks.has(store.core.reports.indexOf(report)) : report.alliance === alliance));
}

/** @param {boolean} moved whether the reader came here by a link */
async function show(moved) {
  const own = ++turn;
  page.place = placeOf(location.hash);
  document.documentElement.lang = language();
  frame();
  const room = page.place.view === "item" && !store.item(page.place.id) ? UNKNOWN : ROOMS[page.place.view];
  const progress = (/** @type {number} */ done) => own === turn && say(t("loading", { share: Math.round(100 * done) }));
  const reports = room.reports();
  const view = await made(room, reports, progress);
  if (own === turn) render(view, reports.length ? reports : wantedReports(), moved);
}

/**
 * The view, once all reports are read that it needs.
 * @param {Room} room
 * @param {Report[]} reports
 * @param {(done: number) => void} progress
 */
async function made({ besides = () => [], view }, reports, progress) {
  const all = [...reports, ...besides(reports)];
  await store.chapters(all, progress);
  const lost = all.filter((report) => store.lost.has(report));
  const note = lost.length ? [make("div", "note missing", ...lost.map(lostLine), make("p", "", t("missing.do")))] : [];
  const readings = reports.flatMap(({ id }) => store.read.get(id) ?? []);
  if (reports.length && !readings.length) return { title: t("missing"), parts: note };
  const { parts, ...rest } = view(readings);
  return { ...rest, parts: [...note, ...parts] };
}

/**
 * Which file is missing, of which report.
 * @param {Report} report
 */
function lostLine(report) {
  return make("p", "", ...phrase("missing.text", { report: reportName(report), file: foreign(fileOf(report.id), "") }));
}

/**
 * @param {View} view
 * @param {Report[]} reports of which the view speaks
 * @param {boolean} moved
 */
function render({ title, parts, before = [], shown }, reports, moved) {
  const heading = focusable(make("h1", "", make("bdi", "", ...[title].flat())));
  const words = unturned(heading.textContent ?? "");
  const { filter = "" } = /** @type {HTMLElement} */ (document.activeElement ?? document.body).dataset;
  const whose = store.core.reports.length === 1 ? store.core.reports[0].label : t("title");
  document.title = words.includes(whose) ? words : `${words} – ${whose}`;
  const all = make("div", "", ...parts.filter((part) => part !== ""));
  const size = all.getElementsByTagName("*").length;
  addContents(all, size);
  at("view").replaceChildren(...before, heading, ...all.childNodes, footer(reports));
  at("view").classList.toggle("large", size > LARGE); // after the view before is gone, which the browser would lay out again to take the focus from it
  Object.assign(at("view").dataset, { view: page.place.view, address: location.hash });
  say("");
  settle(heading, filter, moved);
  shown?.();
  showStory();
}

/**
 * Moves the focus to what was changed or left, to the part that the address names, or else to the beginning of what is new.
 * @param {HTMLElement} heading
 * @param {string} filter the field with which the reader chose, or the way to the next hit; empty for none
 * @param {boolean} moved
 */
function settle(heading, filter, moved) {
  const again = /** @type {HTMLElement | null} */ (at("view").querySelector(`[data-filter="${filter}"]`));
  const isBusy = [field("query"), at("language")].some((one) => one === document.activeElement);
  if (again) again.focus({ preventScroll: true });
  else if (!isBusy && !(moved && returned()) && !wentToPart() && moved) {
    heading.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }
}

/**
 * What stands on every view: to when the reports refer, and what is counted.
 * @param {Report[]} reports
 */
function footer(reports) {
  const [first, ...others] = [...new Set(reports.map(({ asOf }) => asOf))];
  const when = first && !others.length ? t("asof.one", { period: periodWords(first) }) : t(others.length ? "asof.many" : "asof.none");
  const date = new Date().toISOString().slice(0, 10);
  const sources = [...new Set([...store.read.values()].filter(({ report }) => reports.includes(report)).map(({ chapter }) => chapter.citation))];
  const cited = sources.length <= CITED ? sources.filter(Boolean).map((source) => spoken(make("p", "paper", source))) : [];
  return make("footer", "note", make("p", "", `${when} ${t("note.counted")}`), ...cited, make("p", "paper", `${t("printed", { date })} ${location.href}`));
}

/** The links, the search and the languages, in the language of the page. */
function frame() {
  at("name").replaceChildren(store.core.reports.length === 1 ? reportName(store.core.reports[0]) : t("title"));
  at("views").replaceChildren(...SHOWN.filter(isOfUse).map((view) => viewLink(view)));
  at("views").setAttribute("aria-label", t("views"));
  at("stories").replaceChildren(...storyLinks());
  at("skip").textContent = t("skip");
  at("query-label").textContent = t("search");
  if (document.activeElement !== field("query")) field("query").value = page.place.view === "search" ? page.place.values.q ?? "" : "";
  const options = Object.entries(store.core.languages).map(([code, words]) => new Option(words.language, code, false, code === language()));
  at("language").replaceChildren(...options);
  at("language").setAttribute("aria-label", t("language.choose"));
}

/** @param {string} view */
function viewLink(view) {
  const { id } = page.place;
  const kept = view === "network" && store.item(id) ? id : "";
  const found = link([t(`view.${view}`)], view, kept);
  if (page.place.view === view) found.setAttribute("aria-current", "page");
  else if (view === "goals" && page.place.view === "item" && goalsOf(id).length) found.setAttribute("aria-current", "true");
  return make("li", "", found);
}

function onSearch() {
  const q = field("query").value;
  const next = addressOf(page.place, "search", "", { q });
  history[page.place.view === "search" ? "replaceState" : "pushState"](null, "", next);
  show(false);
}

function onLanguage() {
  const { view, id, values } = page.place;
  location.hash = addressOf(page.place, view, id, { ...values, lang: field("language").value });
}
