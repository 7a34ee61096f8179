import type { Diagnostic } from "@fedseal/binding";

/** Exit codes: clean; something was found; something could not be checked, or the call was wrong. */
export type ExitCode = 0 | 1 | 2;

/** The exit code that findings come to: 2 where something could not be checked, else 1 where there is an error. */
export function exitCode(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter((one) => one.severity === "error");
  if (errors.some((one) => one.undecided)) return 2;
  return errors.length > 0 ? 1 : 0;
}
