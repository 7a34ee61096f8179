import { createHash } from "node:crypto";
import type { Diagnostic } from "@fedseal/binding";
import { withLines } from "../../json-lines.js";
import { forCodeScanning, isServed } from "../../locations.js";
import type { CheckResult } from "../check.js";

const SEVERITIES = { error: "major", warning: "minor", note: "info" } as const;

/**
 * A Code Quality report of GitLab (docs.gitlab.com, "Code Quality", "Import Code Quality results"): findings in the merge request
 * and beside the changed lines. Each has a file there: one without a place, or at a URL, is at `package.json`. An area that was
 * not checked is an entry, because an empty report reads as clean.
 */
export function codequality({ findings, unchecked }: CheckResult): string {
  const open = unchecked
    .filter(({ reason }) => !findings.some(({ message }) => message === reason))
    .map(({ area, reason }): Item => ({ rule: `${area}/not-checked`, severity: "error", message: reason }));
  const seen = new Map<string, number>();
  const items = [...withLines(findings), ...open].map((one) => {
    const { rule, severity, message } = one;
    const { file = "package.json", line = 1 } = placeOf(one) ?? {};
    // Without the line: a finding that moves is the same one.
    const key = JSON.stringify([rule, file, message]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return {
      description: isServed(one as Diagnostic) ? `${message} (${one.location?.file})` : message,
      check_name: rule,
      fingerprint: createHash("sha256").update(`${key}${count}`).digest("hex"),
      severity: SEVERITIES[severity],
      location: { path: file, lines: { begin: line } },
    };
  });
  return JSON.stringify(items, null, 2);
}

type Item = Pick<Diagnostic, "rule" | "severity" | "message" | "location">;

function placeOf({ location, ...one }: Item): Diagnostic["location"] {
  const isFile = location && !isServed({ ...one, location } as Diagnostic);
  return forCodeScanning({ ...one, ...(isFile && { location }) } as Diagnostic).location;
}
