import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../../diagnostics.js";
import { needs } from "./levels.js";
import type { Finding, Report } from "./located.js";

/**
 * Findings as diagnostics, for GitHub and SARIF: an error for each that breaks, a note for each that a minor version covers.
 * A finding that no consumer can see is nothing to annotate.
 */
export function annotations({ bump, findings }: Report, early: boolean): Diagnostic[] {
  return findings.flatMap((one): Diagnostic[] => {
    if (one.level === "patch") return [];
    const found = diagnostic(one.rule, messageOf(one), one.at);
    if (one.level === "major") return [{ ...found, severity: "error" }];
    const help =
      bump === "major"
        ? `Release ${needs(bump, early)}: another change breaks consumers, and this one needs nothing more.`
        : `Release ${needs(one.level, early)}.`;
    return [{ ...found, severity: "note", help }];
  });
}

/** What is gone is shown by its old text: the new sources do not have it. */
function messageOf({ rule, export: path, message, because, old, new: now, at }: Finding): string {
  const isThere = now !== null && at?.column !== undefined && !rule.endsWith("-removed");
  const before = old && !isThere ? ` Before: \`${old.text}\`.` : "";
  return `${about(path, message)}. ${because}${before}`;
}

/** A message that begins with what it is about needs no name before it. */
function about(path: string, message: string): string {
  return path === "" || message.startsWith(`${path} `) ? message : `${path}: ${message}`;
}

/** Why there is no verdict. */
export function undecidedAsDiagnostics({ undecided }: Report): Diagnostic[] {
  return undecided.map(({ rule, export: path, message, location }) => {
    return diagnostic(rule, about(path, message), location);
  });
}
