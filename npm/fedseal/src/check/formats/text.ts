import { type Diagnostic, render } from "@fedseal/binding";
import { byArea, type CheckResult } from "../check.js";
import { counted, LIMIT, plural } from "./counted.js";

/** One line per area: what became of it, and in `reasons` why it was not checked where that is more than one thing. */
export function areaLines(result: CheckResult): { area: string; state: string; reasons: string[] }[] {
  const { checked, unchecked, notApplicable } = result;
  const groups = byArea(result);
  const areas = [...new Set([...checked, ...unchecked.map(({ area }) => area), ...groups.keys()])];
  return [
    ...areas.map((area) => {
      const reasons = unchecked.filter((one) => one.area === area).map(({ reason }) => reason);
      const findings = groups.get(area) ?? [];
      const found = counted(findings);
      // A finding says it already.
      const others = reasons.filter((reason) => !result.findings.some(({ message }) => message === reason));
      const [only, second] = others;
      const open = only !== undefined && second === undefined ? `not checked: ${only}` : "not checked";
      const state = reasons.length > 0 ? [open, found] : [found === "" ? "nothing found" : found];
      return {
        area,
        state: state.filter((one) => one !== "").join("; "),
        reasons: second === undefined ? [] : others,
      };
    }),
    ...notApplicable.map((area) => ({ area, state: "does not apply", reasons: [] })),
  ];
}

/** `integrity/drift 2, csp/missing-source 1`; empty without a finding. */
export function ruleCounts({ findings }: CheckResult): string {
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => `${rule} ${count}`).join(", ");
}

/** The last line: what it comes to. */
export function verdictLine({ findings, unchecked, checked, excepted }: CheckResult): string {
  const accepted = excepted > 0 ? `; exceptions cover ${plural(excepted, "finding")}` : "";
  const found = counted(findings);
  if (unchecked.length > 0) {
    const areas = [...new Set(unchecked.map(({ area }) => area))];
    return `fedseal: not everything could be checked (${areas.join(", ")})${found === "" ? "" : `; ${found}`}${accepted}`;
  }
  return `fedseal: ${found === "" ? `nothing found in ${checked.join(", ")}` : found}${accepted}`;
}

/** Findings by area for people, then what became of each area, the number per rule, and the verdict. */
export function text(
  result: CheckResult,
  { verbose, quiet, block }: { verbose: boolean; quiet?: boolean; block?: (findings: Diagnostic[]) => string },
): string {
  const limit = verbose ? undefined : LIMIT;
  const rendered =
    block ??
    ((findings) => render({ findings, area: "check", base: "", ...(limit !== undefined && { limit }) }, "text"));
  const shown = quiet ? result.findings.filter(({ severity }) => severity === "error") : result.findings;
  const blocks = [...byArea({ findings: shown })].map(([area, all]) => `── ${area} ──\n\n${rendered(all)}`);
  const lines = areaLines(result);
  const width = Math.max(...lines.map(({ area }) => area.length));
  const areas = lines
    .flatMap(({ area, state, reasons }) => [
      `  ${area.padEnd(width)}  ${state}`,
      ...reasons.map((reason) => `  ${" ".repeat(width)}  - ${reason}`),
    ])
    .join("\n");
  const rules = ruleCounts(result);
  return [...blocks, areas, rules === "" ? "" : `  by rule: ${rules}`, verdictLine(result)]
    .filter((one) => one !== "")
    .join("\n\n");
}
