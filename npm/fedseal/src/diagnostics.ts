import { type Diagnostic, type Location, render, rules } from "@fedseal/binding";

/** A diagnostic of a rule, for what only the JavaScript side can see. */
export function diagnostic(rule: string, message: string, location?: Location, help?: string): Diagnostic {
  const found = rules().find((one) => one.id === rule);
  if (!found) throw new Error(`${rule} is not a rule`);
  const { severity, undecided, fix } = found;
  return { rule, severity, undecided, message, help: help ?? fix, ...(location && { location }) };
}

/** Whatever was thrown inside fedseal, as a diagnostic. */
export function panic(thrown: unknown): Diagnostic {
  return diagnostic("internal/panic", thrown instanceof Error ? thrown.message : String(thrown));
}

/** Text for people. */
export function textOf(found: Diagnostic): string {
  return render({ findings: [found], area: "seal", base: "" }, "text");
}
