import { mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { writeFile } from "@fedseal/binding";
import type { Profile } from "../../contract/contract.js";
import { CONTRACT_FILE, writeContract } from "../../contract/contract.js";
import type { ExitCode } from "../exit-code.js";
import type { Format } from "../formats.js";
import { report } from "../output.js";
import { configured } from "./configured.js";
import { extracted, type SourceOptions } from "./source.js";

/** `fedseal contract extract` */
export function extractContract(
  options: Omit<SourceOptions, "profile"> & { profile?: Profile; out?: string; format: Format },
): Promise<ExitCode> {
  const { out = CONTRACT_FILE, format } = options;
  return report({ area: "contract", dir: ".", format }, async () => {
    const start = performance.now();
    const { settings, diagnostics: wrong } = await configured(resolve(options.root));
    if (!settings) return { diagnostics: wrong, summary: "" };
    const { profile = settings.profile ?? "standard" } = options;
    const { value: contract, diagnostics } = await extracted({ ...options, profile });
    if (!contract) return { diagnostics, summary: "" };
    const path = resolve(out);
    mkdirSync(dirname(path), { recursive: true });
    const failed = writeFile(path, Buffer.from(writeContract(contract)));
    if (failed) return { diagnostics: [...diagnostics, failed], summary: "" };
    const exposes = Object.keys(contract.exposes).length;
    const time = Math.max(1, Math.round(performance.now() - start));
    const summary = `fedseal: ${contract.remote}@${contract.version}, ${exposes} ${exposes === 1 ? "expose" : "exposes"}, extracted in ${time} ms → ${out}`;
    return { diagnostics, summary };
  });
}
