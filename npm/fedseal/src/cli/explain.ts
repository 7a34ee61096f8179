import { readFileSync } from "node:fs";
import { explain, rules } from "@fedseal/binding";
import { type Command, Option } from "commander";
import { nearName } from "../near-name.js";
import type { ExitCode } from "./exit-code.js";
import type { Done } from "./options.js";
import { print, visible } from "./output.js";
import { hasColours, paintedMarkdown, painter } from "./style.js";

export function register(program: Command, done: Done): void {
  program
    .command("explain")
    .description(
      "say why a rule exists and what to do, or what an error of the runtime means; without a name, list them",
    )
    .argument("[name]", "rule or error code, for example integrity/drift or ERR_FEDSEAL_FETCH")
    .addOption(new Option("--format <name>", "output format").choices(["text", "json"]).default("text"))
    .addHelpText(
      "after",
      "\nExamples:\n  fedseal explain integrity/drift\n  fedseal explain ERR_FEDSEAL_INTEGRITY_MISMATCH",
    )
    .action((name: string | undefined, { format }) => done(explainName(name, format)));
}

/** `fedseal explain [name]` */
export function explainName(name: string | undefined, format: "text" | "json"): ExitCode {
  if (name === undefined) return list(format);
  const rule = rules().find((one) => one.id === name);
  if (rule) {
    const { id, severity, undecided, summary, why, fix } = rule;
    if (format === "json") return json({ rule: id, severity, undecided, summary, why, fix });
    return say(page(explain(id) ?? ""));
  }
  const text = runtimeErrors().get(name);
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
  const errors = [...runtimeErrors().keys()];
  if (format === "json") {
    return json({ rules: all.map(({ id, severity, summary }) => ({ rule: id, severity, summary })), errors });
  }
  const paint = painter(hasColours(process.stdout));
  const width = Math.max(...all.map((one) => one.id.length));
  const lines = all.map(({ id, severity, summary }) => {
    const level = paint(severity === "error" ? "red" : severity === "warning" ? "yellow" : "cyan", severity.padEnd(7));
    return `${id.padEnd(width)}  ${level}  ${summary}`;
  });
  return say([...lines, "", "Errors of the runtime:", ...errors].join("\n"));
}

function hint(name: string): string {
  const names = [...rules().map((one) => one.id), ...runtimeErrors().keys()];
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
  const [, wanted] = /^ERR_FEDSEAL_(.+)$/i.exec(name) ?? [];
  if (wanted === undefined) return undefined;
  const codes = new Map<string, string>();
  for (const code of runtimeErrors().keys()) {
    const words = code.slice("ERR_FEDSEAL_".length).split("_");
    // A whole code counts before the beginning of another one.
    for (let count = words.length; count > 0; count--) {
      const beginning = words.slice(0, count).join("_");
      if (count === words.length || !codes.has(beginning)) codes.set(beginning, code);
    }
  }
  const near = nearName(wanted, codes.keys());
  return near === undefined ? undefined : codes.get(near);
}

/** Error code of the runtime → what happened, causes, and what to do: docs/reference/errors.md, which ships with this package. */
function runtimeErrors(): Map<string, string> {
  const text = readFileSync(new URL("../../reference/errors.md", import.meta.url), "utf8");
  const sections = text.split(/^## (?=ERR_FEDSEAL_)/m).slice(1);
  return new Map(
    sections.map((section) => {
      const end = section.indexOf("\n");
      // An address relative to a page of the repository leads nowhere from a terminal.
      const body = section
        .slice(end)
        .replaceAll(/\[([^\]]+)\]\((?!https?:)[^)]*\)/g, "$1")
        .trim();
      return [section.slice(0, end).trim(), body];
    }),
  );
}

function json(value: object): ExitCode {
  return say(JSON.stringify(value, null, 2));
}

function say(text: string): ExitCode {
  print(`${text}\n`);
  return 0;
}
