// Makes codemirror.js, one script with the global CodeMirror, and LICENCES.txt of the packages in it: `npm run bundle [FOLDER]`.

import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { build } from "esbuild";

const HERE = dirname(fileURLToPath(import.meta.url));
const folder = process.argv[2] ?? HERE;

const { metafile } = await build({
  entryPoints: [join(HERE, "source.js")],
  outfile: join(folder, "codemirror.js"),
  bundle: true,
  minify: true,
  format: "iife",
  globalName: "CodeMirror",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  banner: { js: "// CodeMirror 6 and what it needs: viz/console/vendor/LICENCES.txt. Made by `npm run bundle`; do not edit." },
  metafile: true,
});

const packages = new Set(Object.keys(metafile.inputs).flatMap((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []));
writeFileSync(join(folder, "LICENCES.txt"), [...packages].sort().map(licence).join(`\n${"-".repeat(72)}\n\n`));

/**
 * The name, version and licence of a package.
 * @param {string} name
 */
function licence(name) {
  const at = (file) => readFileSync(join("node_modules", name, file), "utf8").trim();
  const { version, license } = JSON.parse(at("package.json"));
  return `${name} ${version} (${license})\n\n${at("LICENSE")}\n`;
}
