import { inThread } from "../../contract/compare/in-thread.js";
import type { Verdict } from "./print.js";

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
