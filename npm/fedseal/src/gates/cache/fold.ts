import type { Diagnostic } from "@fedseal/binding";
import type { FileFinding } from "./judge-served.js";

/** Files that a finding names. */
const NAMED = 3;

/**
 * One finding for each fault: files with the same fault are counted, and the first ones named. Findings of the rules `apart` stay
 * apart: an exception for one file must not cover others.
 */
export function foldByRule(findings: readonly FileFinding[], apart: ReadonlySet<string>): Diagnostic[] {
  const groups = new Map<string, FileFinding[]>();
  for (const one of findings) {
    const own = apart.has(one.rule) ? [one.subject, one.location] : placeOf(one);
    const key = JSON.stringify([one.rule, one.severity, one.message, one.help, own]);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].map((group) => folded(group as [FileFinding, ...FileFinding[]]));
}

/** Faults of one rule of a file of the user stand at their own places; of a server, at the first URL. */
function placeOf({ location }: FileFinding): unknown {
  return location.line === undefined ? undefined : [location.file, location.line];
}

function folded(group: [FileFinding, ...FileFinding[]]): Diagnostic {
  const [first] = group;
  const { rule, severity, undecided, message, location, help } = first;
  const subjects = [...new Set(group.map((one) => one.subject))];
  const named = subjects.slice(0, NAMED).join(", ");
  const rest = subjects.length - NAMED;
  const subject = rest > 0 ? `${named} and ${rest} more` : named;
  return { rule, severity, undecided, message: `${subject}: ${message}`, location, help };
}
