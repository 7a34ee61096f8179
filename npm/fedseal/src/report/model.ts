import { type Diagnostic, rules } from "@fedseal/binding";
import { byArea, type CheckResult } from "../check/check.js";
import { type CheckFacts, noFacts } from "../check/facts.js";
import { areaLines, verdictLine } from "../check/formats/text.js";
import { type Release, releaseOf } from "./release.js";

/** What a check, or one of its areas, came to. */
export type State = "clean" | "warnings" | "findings" | "unchecked";

/** Everything that a report shows, ready to be laid out. */
export interface ReportModel {
  title: string;
  /** `clean`: everything that applies was checked, and nothing was found. */
  verdict: { state: State; line: string };
  counts: Record<Diagnostic["severity"], number>;
  areas: AreaLine[];
  groups: FindingGroup[];
  releases: Release[];
  contracts: CheckFacts["contracts"];
  headers: HeaderGroup[];
  policies: CheckFacts["policies"];
  pages: CheckFacts["pages"];
}

/** What became of an area. */
export interface AreaLine {
  area: string;
  state: string;
  mark: State | "absent";
}

/** Findings with the same rule and remedy. */
export interface FindingGroup {
  area: string;
  rule: string;
  severity: Diagnostic["severity"];
  summary: string;
  why: string;
  help: string;
  items: { severity: Diagnostic["severity"]; message: string; place: string }[];
}

/** Files of one role with the same headers. */
export interface HeaderGroup {
  role: string;
  from: string;
  status?: number;
  headers: Record<string, string>;
  files: string[];
}

/** The report on a check. */
export function modelOf(result: CheckResult): ReportModel {
  const facts = result.facts ?? noFacts();
  const counts = { error: 0, warning: 0, note: 0 };
  for (const { severity } of result.findings) counts[severity] += 1;
  const names = [...new Set(facts.seals.map(({ name }) => name))].filter((name) => name !== "");
  const state = result.unchecked.length > 0 ? "unchecked" : stateOf(result.findings);
  return {
    title: names.length > 0 ? names.join(", ") : "fedseal",
    verdict: { state, line: lineOf(result) },
    counts,
    areas: areasOf(result),
    groups: groupsOf(result),
    releases: facts.seals.map(releaseOf),
    contracts: facts.contracts,
    headers: headerGroups(facts.headers),
    policies: facts.policies,
    pages: facts.pages.filter((one, _, all) => !all.some((other) => holds(other, one))),
  };
}

/** As the exit code has it: only errors stop a merge. */
function stateOf(findings: readonly Diagnostic[]): State {
  if (findings.some(({ severity }) => severity === "error")) return "findings";
  return findings.some(({ severity }) => severity === "warning") ? "warnings" : "clean";
}

/** The verdict below its headline, as a sentence. */
function lineOf(result: CheckResult): string {
  const line = verdictLine(result)
    .replace(/^fedseal: /, "")
    .replace(/^not everything could be checked \((.*?)\)(?:; )?/, "not checked: $1; ")
    .replace(/; $/, "");
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}.`;
}

/** Whether a remote alone is shown on a page with its host already. */
function holds({ parts }: CheckFacts["pages"][number], { parts: alone }: CheckFacts["pages"][number]): boolean {
  return alone.length === 1 && parts.length > 1 && parts.some(({ name }) => name === alone[0]?.name);
}

function areasOf(result: CheckResult): AreaLine[] {
  const found = byArea(result);
  const open = new Set(result.unchecked.map(({ area }) => area));
  const absent = new Set(result.notApplicable);
  return areaLines(result).map(({ area, state }) => {
    const mark = open.has(area) ? "unchecked" : absent.has(area) ? "absent" : stateOf(found.get(area) ?? []);
    return { area, state, mark };
  });
}

function groupsOf(result: CheckResult): FindingGroup[] {
  const known = new Map(rules().map((rule) => [rule.id, rule]));
  const groups = new Map<string, FindingGroup>();
  for (const [area, findings] of byArea(result)) {
    for (const { rule, severity, message, help, location } of findings) {
      const key = `${rule}\n${severity}\n${help}`;
      const about = known.get(rule);
      const group = groups.get(key) ?? {
        area,
        rule,
        severity,
        summary: about?.summary ?? rule,
        why: about?.why ?? "",
        help,
        items: [],
      };
      groups.set(key, group);
      group.items.push({ severity, message, place: placeOf(location) });
    }
  }
  return [...groups.values()];
}

/** `src/a.ts:3:7`, or a file and the JSON pointer into it. */
export function placeOf(location: Diagnostic["location"]): string {
  if (!location) return "";
  const { file, line, column, pointer } = location;
  const place = [file, line, column].filter((one) => one !== undefined).join(":");
  return pointer ? `${place} ${pointer}` : place;
}

/** Roles in the order in which people look at them. */
const ROLES = ["entry", "tenant-manifest", "hashed", "unhashed"];

function headerGroups(headers: CheckFacts["headers"]): HeaderGroup[] {
  const groups = new Map<string, HeaderGroup>();
  for (const { file, role, from, status, headers: values } of headers) {
    // A type is of the ending, not of the role.
    const { "content-type": _, ...others } = values;
    const key = JSON.stringify([role, from, status, others]);
    const group = groups.get(key) ?? {
      role,
      from,
      ...(status !== undefined && { status }),
      headers: others,
      files: [],
    };
    groups.set(key, group);
    group.files.push(file);
  }
  const rank = (role: string) => (ROLES.includes(role) ? ROLES.indexOf(role) : ROLES.length);
  return [...groups.values()].sort((one, other) => rank(one.role) - rank(other.role));
}
