import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostic } from "@fedseal/binding";
import type { Area, AreaOutcome, CheckContext } from "../../check/area.js";
import { contractSettings } from "../../config/contract-settings.js";
import { CONTRACT_FILE } from "../../contract/contract.js";
import { relativeTo } from "../../locations.js";

/** Remotes against their locked contracts: what `fedseal contract check` decides, for every folder that holds a contract. */
export const contract: Area = {
  name: "contract",
  async run({ cwd, config, configFolder, targets }: CheckContext): Promise<AreaOutcome | undefined> {
    const folders = targets.flatMap((target) => (target.kind === "folder" ? [target] : []));
    const having = folders.filter(({ path }) => existsSync(join(path, CONTRACT_FILE)));
    if (having.length === 0) {
      if (config.contract === undefined || folders.length === 0) return undefined;
      const names = folders.map(({ name }) => name).join(", ");
      return {
        diagnostics: [],
        unchecked: [{ reason: `the configuration has \`contract\`, but ${names} has no ${CONTRACT_FILE}` }],
      };
    }
    // TypeScript, which compares, takes a while to load.
    const { compareWithLock } = await import("../../cli/contract/check.js");
    const { annotations, undecidedAsDiagnostics } = await import("../../cli/contract/formats/annotations.js");
    const settings = contractSettings({ config, folder: configFolder, path: undefined, text: "" }, cwd);
    const diagnostics: Diagnostic[] = [];
    for (const { path } of having) {
      const { report, early = false, diagnostics: found } = await compareWithLock(relativeTo(cwd, path), settings);
      diagnostics.push(...found);
      if (!report) continue;
      const changes = annotations(report, early);
      // A version that covers the changes makes them known, not wrong.
      const isCovered =
        report.undecided.length === 0 && !found.some((one) => one.rule === "contract/version-not-raised");
      diagnostics.push(...undecidedAsDiagnostics(report), ...(isCovered ? changes.map(asNote) : changes));
    }
    return { diagnostics, unchecked: [] };
  },
};

function asNote(one: Diagnostic): Diagnostic {
  return { ...one, severity: "note", help: "The version of the remote covers this change." };
}
