import { readFileSync } from "node:fs";
import { explain, rules } from "@fedseal/binding";
import { nearName } from "../near-name.js";
import type { ExitCode } from "./exit-code.js";
import { print, visible } from "./output.js";
import { hasColours, paintedMarkdown, painter } from "./style.js";

/** `fedseal explain [name]` */
export function explainName(name: string | undefined, format: "text" | "json"): ExitCode {
  if (name === undefined) return list(format);
  const rule = rules().find((one) => one.id === name);
  if (rule) {
    const { id, severity, undecided, summary, why, fix } = rule;
    if (format === "json") return json({ rule: id, severity, undecided, summary, why, fix });
    return say(page(explain(id) ?? ""));
  }
  const text = errorCodes().get(name);
  if (text !== undefined) {
    if (format === "json") return json({ code: name, text });
    return say(page(`# ${name}\n\n${text}`));
  }
  process.stderr.write(`fedseal: there is no rule or error code "${visible(name)}". ${hint(name)}\n`);
  return 2;
}

/** Markdown, rendered where somebody reads it on a terminal. */
function page(text: string): string {
  const colours = hasColours(process.stdout);
  return process.stdout.isTTY || colours ? paintedMarkdown(text, colours) : text;
}

function list(format: "text" | "json"): ExitCode {
  const all = rules();
  const errors = [...errorCodes().keys()];
  if (format === "json") {
    return json({ rules: all.map(({ id, severity, summary }) => ({ rule: id, severity, summary })), errors });
  }
  const paint = painter(hasColours(process.stdout));
  const width = Math.max(...all.map((one) => one.id.length));
  const lines = all.map(({ id, severity, summary }) => {
    const level = paint(severity === "error" ? "red" : severity === "warning" ? "yellow" : "cyan", severity.padEnd(7));
    return `${id.padEnd(width)}  ${level}  ${summary}`;
  });
  return say([...lines, "", "Errors of the runtime and of requests:", ...errors].join("\n"));
}

/** Everything that can be explained: rules and error codes. */
export function explainable(): string[] {
  return [...rules().map((one) => one.id), ...errorCodes().keys()];
}

function hint(name: string): string {
  const names = explainable();
  const near = nearCode(name) ?? nearName(name, names);
  if (near !== undefined) return `Did you mean ${near}?`;
  // The right word in the wrong area, or half of a name.
  const last = name.split("/").at(-1)?.toLowerCase() ?? "";
  const alike = last.length < 3 ? [] : names.filter((one) => one.toLowerCase().includes(last));
  if (alike.length > 0 && alike.length <= 5) return `Did you mean ${alike.join(", ")}?`;
  return "Run `fedseal explain` for the list.";
}

/** What all codes begin with says nothing about which one was meant; the first words of a code do. */
function nearCode(name: string): string | undefined {
  const [, family, wanted] = /^(ERR_(?:FEDSEAL|HTTP)_)(.+)$/i.exec(name) ?? [];
  if (family === undefined || wanted === undefined) return undefined;
  const codes = new Map<string, string>();
  for (const code of [...errorCodes().keys()].filter((one) => one.startsWith(family.toUpperCase()))) {
    const words = code.slice(family.length).split("_");
    // A whole code counts before the beginning of another one.
    for (let count = words.length; count > 0; count--) {
      const beginning = words.slice(0, count).join("_");
      if (count === words.length || !codes.has(beginning)) codes.set(beginning, code);
    }
  }
  const near = nearName(wanted, codes.keys());
  return near === undefined ? undefined : codes.get(near);
}

/** Error codes of the runtime and of requests → what happened, and what to do: pages of the reference, which ship with this package. */
function errorCodes(): Map<string, string> {
  return new Map(["errors.md", "request-errors.md"].flatMap(sectionsOf));
}

function sectionsOf(page: string): [code: string, text: string][] {
  const text = readFileSync(new URL(`../../reference/${page}`, import.meta.url), "utf8");
  const sections = text.split(/^## (?=ERR_)/m).slice(1);
  return sections.map((section) => {
    const end = section.indexOf("\n");
    // An address relative to a page of the repository leads nowhere from a terminal.
    const body = section
      .slice(end)
      .replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1")
      .trim();
    return [section.slice(0, end).trim(), body];
  });
}

function json(value: object): ExitCode {
  return say(JSON.stringify(value, null, 2));
}

function say(text: string): ExitCode {
  print(`${text}\n`);
  return 0;
}
