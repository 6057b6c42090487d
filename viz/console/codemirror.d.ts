/** The editor's library, which vendor/codemirror.js has as one script. */
declare const CodeMirror: typeof import("./vendor/source.js");
