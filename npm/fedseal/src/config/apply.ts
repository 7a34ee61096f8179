import { relative, resolve, sep } from "node:path";
import type { Diagnostic, Location } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { relativeTo } from "../locations.js";
import { withoutCredentials } from "./addresses.js";
import type { Exception, FedsealConfig } from "./config.js";
import type { LoadedConfig } from "./load.js";

/** Findings after levels and exceptions. */
export interface Applied {
  diagnostics: Diagnostic[];
  /** How many findings exceptions cover. */
  excepted: number;
}

/** What exceptions are judged by. */
export interface Judging {
  /** Today in UTC, as YYYY-MM-DD. */
  today: string;
  /** Areas that were checked whole: only there an exception without a finding explains nothing. */
  checked: readonly string[];
  /** Folder that locations are relative to. */
  from: string;
}

/**
 * Gives findings the levels of the configuration and leaves out those that an exception covers. Adds
 * `config/exception-expired` and `config/exception-unused`.
 */
export async function applyConfig(
  loaded: LoadedConfig,
  found: readonly Diagnostic[],
  { today, checked, from }: Judging,
): Promise<Applied> {
  const { config, folder } = loaded;
  const exceptions = config.exceptions ?? [];
  const isMatch = await matcherOf(exceptions);
  const used = new Set<Exception>();
  const kept: Diagnostic[] = [];
  for (const one of found) {
    const covering = exceptions.filter((exception) =>
      covers(exception, one, (file, glob) => isMatch(inFolder(file, from, folder), glob)),
    );
    const valid = covering.filter((exception) => !isExpired(exception, today));
    for (const exception of covering) used.add(exception);
    // What could not be checked is never accepted, whatever an exception says.
    // What a manifest holds may be quoted by the core.
    if (valid.length === 0 || one.undecided) kept.push({ ...one, message: withoutCredentials(one.message) });
  }
  const diagnostics = withLevels(config, kept);
  for (const [index, exception] of exceptions.entries()) {
    const { rule, owner, until, reason } = exception;
    const expired = isExpired(exception, today);
    const unused = !used.has(exception) && !isOfOneChange(rule) && checked.includes(areaOf(rule));
    if (!expired && !unused) continue;
    const pointer = `/exceptions/${index}`;
    const { placeInConfig } = await import("./places.js");
    const at = async (): Promise<Location> => ({
      ...(await placeInConfig(relativeTo(from, loaded.path ?? folder), loaded.text, pointer)),
      pointer,
    });
    const subject = `the exception for ${rule}, owned by ${owner} ("${reason}"),`;
    const message = expired ? `${subject} ended on ${until}` : `${subject} covers no finding`;
    const id = expired ? "config/exception-expired" : "config/exception-unused";
    diagnostics.push(...withLevels(config, [diagnostic(id, message, await at())]));
  }
  return { diagnostics, excepted: found.length - kept.length };
}

/** What is new in a policy is new in one change only: once that is merged, the signature for it has nothing to cover, and still stands. */
function isOfOneChange(rule: string): boolean {
  return rule === "csp/unexplained-source";
}

/** The area that reports a rule: rules about a manifest and its files are found by the check of its seals. */
export function areaOf(rule: string): string {
  const [area = ""] = rule.split("/");
  return ["asset", "closure", "file", "manifest", "sign", "signature"].includes(area) ? "integrity" : area;
}

function withLevels({ rules = {} }: FedsealConfig, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.map((one) => {
    const level = Object.hasOwn(rules, one.rule) && !one.undecided ? rules[one.rule] : undefined;
    return level === undefined ? one : { ...one, severity: level };
  });
}

/** Whether a file is one of a glob. What reads globs is loaded where an exception has one. */
async function matcherOf(exceptions: readonly Exception[]): Promise<(file: string, glob: string) => boolean> {
  if (exceptions.every(({ file }) => file === undefined)) return () => false;
  const { default: picomatch } = await import("picomatch");
  return (file, glob) => picomatch.isMatch(file, glob, { dot: true });
}

function isExpired({ until }: Exception, today: string): boolean {
  return until !== undefined && until < today;
}

function covers(
  { rule, file, expression }: Exception,
  { rule: found, message, location }: Diagnostic,
  isAt: (file: string, glob: string) => boolean,
): boolean {
  if (rule !== found) return false;
  if (file !== undefined && !(location && isAt(location.file, file))) return false;
  return expression === undefined || holdsWord(message, expression);
}

/** Whether a text holds a word that is not part of a longer one: `https:` is not found in `https://cdn.example.com`. */
function holdsWord(text: string, word: string): boolean {
  const inWord = /[\p{L}\p{N}_./:*@-]/u;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? "";
    const rest = text.slice(at + word.length);
    // A full stop or colon ends a sentence or a clause, unless more of the word follows.
    const ends = rest === "" || !inWord.test(rest[0] ?? "") || /^[.:](\s|$)/.test(rest);
    if ((before === "" || !inWord.test(before)) && ends) return true;
  }
  return false;
}

/** A place relative to the configuration's folder; a URL as it is. */
function inFolder(file: string, from: string, folder: string): string {
  if (/^https?:\/\//.test(file)) return file;
  return relative(folder, resolve(from, file)).split(sep).join("/");
}
