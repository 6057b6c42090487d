// The whole answer as a file.

const TURTLE = "text/turtle";
const ENDINGS = { "text/csv": "csv", "application/sparql-results+json": "json", [TURTLE]: "ttl" };

function savers() {
  return document.querySelectorAll("[data-save]");
}

async function save(mediaType) {
  const response = await post("sparql", { query: state.sparql }, { Accept: mediaType });
  keepFile(await response.blob(), mediaType);
}

function keepFile(blob, mediaType) {
  const link = make("a", "");
  link.href = URL.createObjectURL(blob);
  link.download = `answer.${ENDINGS[mediaType]}`;
  link.click();
  URL.revokeObjectURL(link.href);
}
