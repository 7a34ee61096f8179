import type { Report } from "../../../contract/verdict/located.js";

/** A comparison for programs; `reason` says why there is no bump. */
export function json(report: Report | undefined, reason: string | undefined): object {
  const { bump = null, findings = [], undecided = [] } = report ?? {};
  return {
    ...(reason === undefined ? { bump } : { bump: null, reason }),
    findings: findings.map(({ rule, export: path, level, message, old, new: now, because, at = null }) => {
      return { rule, export: path, level, message, old, new: now, because, at };
    }),
    ...(undecided.length > 0 && { undecided: undecided.map(({ location: _, ...one }) => one) }),
  };
}
