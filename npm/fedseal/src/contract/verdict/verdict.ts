import type { Diagnostic, Location } from "@fedseal/binding";
import { inThread } from "../compare/in-thread.js";
import type { Report } from "./located.js";

/** What a comparison comes to, and what else there is to say. */
export interface Verdict {
  /** Undefined when there was nothing to compare with. */
  report?: Report | undefined;
  /** What else was found: about the inputs, or beside the comparison. Locations are relative to the current folder. */
  diagnostics: Diagnostic[];
  /** The last line: what it comes to. */
  outcome: string;
  /** Title of a pull request's comment. */
  title: string;
  /** More for machines, beside `bump` and `findings`. */
  more?: object;
  /** Whether versions below 1.0.0 are compared. */
  early?: boolean;
  /** Where to look at what has no place of its own. */
  place?: Location | undefined;
  /** Exit code where there is no error: by the comparison, unless the command decides otherwise. */
  code?: 0 | 1;
}

/** The last line where something could not be compared. */
export const NO_VERDICT = "fedseal: no verdict: not everything could be compared";

/** Lets a thread read and compare. Where the time is over, the verdict is the thread's so far, without a comparison. */
export async function verdictInThread(module: URL, input: object, timeout: number): Promise<Verdict> {
  const ended = await inThread<object, Verdict, Verdict>(module, input, timeout);
  if ("result" in ended) return ended.result;
  const { undecided, sofar = { diagnostics: [], outcome: NO_VERDICT, title: "Contract" } } = ended;
  return {
    ...sofar,
    report: { bump: "none", findings: [], undecided: [{ ...undecided, at: null, location: undefined }] },
  };
}
