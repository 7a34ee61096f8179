import { linesOf } from "./engine.mjs";

/** Failures that probably have one cause. */
export function keyOf({ kind, mutation, broken, verdict }) {
  const use = broken?.[0]?.kind.split(" ").slice(0, -1).join(" ") ?? "";
  return [kind, mutation, verdict.findings[0]?.rule ?? "", use].join(" / ");
}

/** A failure with all that somebody needs to act on it. */
export function describe({ kind, mutation, claim, old, now, broken, reason, verdict }, seed, origin) {
  const lines = [
    `\n=== ${kind}: ${mutation} (${claim}), ${origin}`,
    `again: node scripts/fuzz-contract.mjs --case ${seed}`,
    "--- old",
    old.trim(),
    "--- new",
    now.trim(),
  ];
  for (const use of (broken ?? []).slice(0, 2)) {
    lines.push(`--- consumer, ${use.kind}`, use.text, ...use.error.split("\n").map((line) => `    ${line}`));
  }
  if (!broken?.length && reason) lines.push(`--- ${reason}`);
  lines.push("--- fedseal", ...linesOf(verdict));
  return lines.join("\n");
}
