// The answer as a network: two columns are the ends of links, a third names them.

const MOST = 300; // nodes that are drawn
const WRAP = 160; // pixels of a name
const SPECIAL = ["predicate"]; // columns that are no ends of links
let network = null;

/** Offers the columns; chosen are those that the question links, or those that are linked elsewhere, or the likely ones. */
function renderColumns({ columns, rows }) {
  const { from, to, by } = knownLink(columns) ?? likelyLink(columns, rows);
  offer("from", columns, from);
  offer("to", columns, to);
  offer("by", ["", ...columns], by ?? "");
}

/** The first link whose ends the answer has: columns are named by what they hold, `actor` for `actorName`. */
function knownLink(columns) {
  const named = (stem) => columns.find((column) => column.replace(/(.)(Name|Number)$/, "$1") === stem);
  const rules = [...(data.questions[at("question").value]?.links ?? []), ...data.links];
  const links = rules.map(({ from, to, by }) => ({ from: named(from), to: to.map(named).find(Boolean), by: by.map(named).find(Boolean) }));
  return links.find(({ from, to }) => from && to);
}

/** From the first column that holds things to the one that says the most of them. */
function likelyLink(columns, rows) {
  const things = columns.filter((column) => !SPECIAL.includes(column) && holdsThings(column, rows));
  const from = things[0] ?? columns[0];
  const to = most(things.filter((column) => column !== from), rows) ?? columns.find((column) => column !== from) ?? from;
  const between = columns.slice(columns.indexOf(from) + 1, columns.indexOf(to));
  return { from, to, by: between.find((column) => /Name$|^predicate$/.test(column)) };
}

function holdsThings(column, rows) {
  return /Name$/.test(column) || rows.some((row) => row[column]?.type === "uri");
}

function most(columns, rows) {
  const said = (column) => [...new Set(rows.map((row) => row[column]?.value))].join("").length;
  return [...columns].sort((one, other) => said(other) - said(one))[0];
}

function offer(id, columns, chosen) {
  at(id).replaceChildren(...columns.map((column) => {
    const option = make("option", "", column || "(nothing)");
    option.value = column;
    option.selected = column === chosen;
    return option;
  }));
}

function renderNetwork({ rows, triples }) {
  const ends = ["from", "to", "by"].map((id) => at(id).value);
  const links = linksOf(triples ? rows.filter((row) => row.object.type !== "literal") : rows, ends);
  network?.destroy();
  network = null;
  at("drawn").textContent = drawnWords(links, ends);
  if (links.nodes.size) draw(links);
}

/** Nodes by name and links by their ends, as many as can be drawn; `left` counts the rows whose items cannot. */
function linksOf(rows, [from, to, by]) {
  const links = { nodes: new Map(), edges: new Map(), left: 0 };
  for (const row of rows.filter((row) => row[from] && row[to])) {
    const ends = [words(row[from]), words(row[to])];
    if (new Set([...links.nodes.keys(), ...ends]).size > MOST) links.left += 1;
    else addLink(links, ends, row[by] ? words(row[by]) : "");
  }
  return links;
}

function addLink({ nodes, edges }, [start, end], name) {
  if (!nodes.has(start)) nodes.set(start, "from");
  if (!nodes.has(end)) nodes.set(end, "to");
  const key = JSON.stringify([start, end]);
  if (!edges.has(key)) edges.set(key, { from: start, to: end, names: new Set() });
  if (name) edges.get(key).names.add(name);
}

function drawnWords({ nodes, edges, left }, [from, to]) {
  if (!nodes.size) return "No row has both ends of a link. Choose other columns.";
  const rest = left ? ` Rows beyond the first ${MOST} items are not drawn: ${left}. The table has them.` : "";
  return `${plural(nodes.size, "item")}, ${plural(edges.size, "link")}: ${from} (round) to ${to} (square). Size and place say nothing.${rest}`;
}

function draw({ nodes, edges }) {
  const dots = [...nodes].map(([name, end]) => ({ id: name, label: name, title: name, ...look(data.looks[end]) }));
  const lines = [...edges.values()].map(({ from, to, names }) => ({ from, to, label: [...names].join(", ") }))
    .map((line) => ({ ...line, title: line.label }));
  network = new vis.Network(at("network"), { nodes: dots, edges: lines }, {
    layout: { randomSeed: 1, improvedLayout: dots.length < 100 },
    physics: { solver: "forceAtlas2Based", forceAtlas2Based: { springLength: 130, avoidOverlap: 0.6 }, stabilization: { iterations: 250 } },
    interaction: { hover: true, tooltipDelay: 150 },
    nodes: { size: 14, borderWidth: 2, widthConstraint: { maximum: WRAP }, font: { size: 14 } },
    edges: { arrows: "to", color: { color: "#7d8894", highlight: "#00507d" }, font: { size: 12, align: "middle", strokeWidth: 4 }, widthConstraint: { maximum: WRAP } },
  });
  network.once("stabilizationIterationsDone", () => {
    network.setOptions({ physics: false });
    network.fit();
  });
}

function look({ shape, fill, border }) {
  return { shape, color: { background: fill, border, highlight: { background: fill, border } } };
}

function zoom(factor) {
  network?.moveTo({ scale: network.getScale() * factor });
}
