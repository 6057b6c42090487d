// A workbook of one sheet (Office Open XML, ECMA-376), in a ZIP file.

const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/**
 * The rows as a workbook; the first row is the head. Every cell is a text.
 * @param {string} title
 * @param {string[][]} rows
 */
export function workbook(title, rows) {
  const name = escaped(title.replace(/[[\]:*?/\\]/g, " ").slice(0, 31).trim() || "Sheet");
  return zip({
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${KIND}.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${MAIN}"><sheetData>${rows.map(row).join("")}</sheetData></worksheet>`,
  });
}

/** @param {string[]} cells */
function row(cells) {
  return `<row>${cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`).join("")}</row>`;
}

/** @param {string} text */
function escaped(text) {
  const marks = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"]]);
  return [...text].filter((letter) => letter >= " " || letter === "\t" || letter === "\n").map((letter) => marks.get(letter) ?? letter).join("");
}

/**
 * The files as a ZIP file (APPNOTE 6.3, deflated).
 * @param {Record<string, string>} files
 */
async function zip(files) {
  const packed = await Promise.all(Object.entries(files).map(([name, text]) => entryOf(name, HEAD + text)));
  const starts = packed.map((_, index) => sizeOf(packed.slice(0, index).flatMap(({ local, path, data }) => [local, path, data])));
  const directory = packed.flatMap(({ shape, path }, index) => [
    bytes([[0x02014b50, 4], [20, 2]]), shape, bytes([[0, 2], [0, 2], [0, 2], [0, 4], [starts[index], 4]]), path,
  ]);
  const parts = packed.flatMap(({ local, path, data }) => [local, path, data]);
  const count = packed.length;
  const end = bytes([[0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [sizeOf(directory), 4], [sizeOf(parts), 4], [0, 2]]);
  return new Blob([...parts, ...directory, end], { type: TYPE });
}

/**
 * A file of the ZIP file; gzip gives both the deflated bytes and their checksum (RFC 1952).
 * @param {string} name
 * @param {string} text
 */
async function entryOf(name, text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
  const gzip = new Uint8Array(await new Response(stream).arrayBuffer());
  const [data, checksum, size] = [gzip.slice(10, -8), gzip.slice(-8, -4), gzip.slice(-4)];
  const path = new TextEncoder().encode(name);
  const head = bytes([[20, 2], [0x0800, 2], [8, 2], [0, 2], [0x21, 2]]);
  const shape = joined([head, checksum, bytes([[data.length, 4]]), size, bytes([[path.length, 2], [0, 2]])]);
  return { path, data, shape, local: joined([bytes([[0x04034b50, 4]]), shape]) };
}

/** @param {Uint8Array<ArrayBuffer>[]} parts */
function joined(parts) {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** @param {Uint8Array<ArrayBuffer>[]} parts */
function sizeOf(parts) {
  return parts.reduce((sum, part) => sum + part.length, 0);
}

/**
 * Numbers, each in so many bytes, the least first.
 * @param {number[][]} numbers
 */
function bytes(numbers) {
  return Uint8Array.from(numbers.flatMap(([value, size]) => Array.from({ length: size }, (_, index) => Math.floor(value / 256 ** index) % 256)));
}
