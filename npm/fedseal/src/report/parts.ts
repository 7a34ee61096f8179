import { readFileSync } from "node:fs";
import type { PageParts } from "./page.js";

/** Scripts in the order in which they run. */
const SCRIPTS = ["theme.js", "search.js", "findings.js", "treemap.js", "files.js"];

let parts: PageParts | undefined;

/** Reads the parts of the page, which lie beside `dist`. HTML parsers make one line feed of CR LF, and hashes are over that. */
export function pageParts(): PageParts {
  const read = (name: string) =>
    readFileSync(new URL(`../../report-page/${name}`, import.meta.url), "utf8").replaceAll("\r\n", "\n");
  parts ??= { style: read("report.css"), scripts: SCRIPTS.map(read) };
  return parts;
}
