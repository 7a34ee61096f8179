import { resolve } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Contract, Profile } from "../../contract/contract.js";
import { diagnostic } from "../../diagnostics.js";
import { fromFolder } from "../../locations.js";
import type { ExitCode } from "../exit-code.js";
import type { Format } from "../formats.js";
import { report } from "../output.js";
import { configured } from "./configured.js";
import { extracted, type SourceOptions } from "./source.js";

/** `fedseal contract verify` */
export function verifyContract(
  options: Omit<SourceOptions, "profile"> & { profile?: Profile; format: Format },
): Promise<ExitCode> {
  return report({ area: "contract", dir: ".", format: options.format }, async () => {
    const { settings, diagnostics: wrong } = await configured(resolve(options.root));
    if (!settings) return { diagnostics: wrong, summary: "" };
    const { profile = settings.profile ?? "standard" } = options;
    const fast = await extracted({ ...options, profile });
    if (!fast.value) return { diagnostics: fast.diagnostics, summary: "" };
    const slow = await extracted({ ...options, profile }, true);
    const diagnostics = [...fast.diagnostics.filter((one) => one.severity === "error"), ...slow.diagnostics];
    if (!slow.value) return { diagnostics, summary: "" };
    // A module that TypeScript did not declare was not compared with anything.
    const unasked = Object.entries(slow.value.exposes).filter(([, one]) => one.way === "fast");
    if (unasked.length > 0) {
      const message = `TypeScript did not declare ${unasked.map(([key]) => key).join(", ")}, so there is nothing to compare with`;
      return { diagnostics: [...diagnostics, diagnostic("contract/not-compared", message)], summary: "" };
    }
    const { differences, compared } = compareWays(fast.value, slow.value);
    const { typescript } = slow.value;
    const other = typescript === undefined ? "their own declarations" : `TypeScript ${typescript}`;
    const summary = `fedseal: ${compared} ${compared === 1 ? "expose" : "exposes"} compared with ${other}: no difference`;
    return { diagnostics: [...diagnostics, ...differences.map((one) => fromFolder(one, options.root))], summary };
  });
}

/** Exposes whose surface differs between the fast way and TypeScript. */
function compareWays(fast: Contract, slow: Contract): { differences: Diagnostic[]; compared: number } {
  const differences: Diagnostic[] = [];
  let compared = 0;
  for (const [key, { surface, source }] of Object.entries(fast.exposes)) {
    const other = slow.exposes[key];
    if (!other) throw new Error(`${key} was extracted once only`);
    compared += 1;
    if (surface === other.surface) continue;
    const message = `fedseal and TypeScript declare ${key} differently`;
    differences.push(diagnostic("contract/ways-differ", message, { file: source }));
  }
  return { differences, compared };
}
