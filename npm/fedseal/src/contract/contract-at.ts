import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import { diagnostic } from "../diagnostics.js";
import { relativeTo } from "../locations.js";
import { statsAt } from "../stats.js";
import { CONTRACT_FILE, type Contract, readContract } from "./contract.js";
import { UnreadableContract, unreadable } from "./format.js";

/** What was read, or why nothing was. */
export type Found<T> = { value: T; diagnostics: Diagnostic[] } | { value?: undefined; diagnostics: Diagnostic[] };

/** Absolute path of a contract: the file itself, or the one in an output folder. */
export function contractPath(given: string): string {
  const path = resolve(given);
  return existsSync(path) && statSync(path).isDirectory() ? join(path, CONTRACT_FILE) : path;
}

/** The contract in a file, or beside the manifest in an output folder. */
export function contractAt(given: string): Found<Contract> {
  const file = contractPath(given);
  // A pipe is read where the call names it, and nowhere else.
  if (file === resolve(given) ? !existsSync(file) : !statsAt(file)?.isFile()) {
    const help = `Build the remote with \`new FedsealPlugin({ contract: true })\`, or make one with \`fedseal contract extract\`.`;
    return {
      diagnostics: [diagnostic("contract/unreadable", `there is no contract at ${given}`, { file: given }, help)],
    };
  }
  try {
    return { value: readContract(readFileSync(file, "utf8")), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof UnreadableContract)) throw error;
    return { diagnostics: [unreadable(error, relativeTo(process.cwd(), file))] };
  }
}
