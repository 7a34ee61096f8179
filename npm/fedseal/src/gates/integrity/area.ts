import { type Diagnostic, Progress } from "@fedseal/binding";
import type { Area, AreaOutcome, CheckContext, FolderTarget } from "../../check/area.js";
import { fromFolder } from "../../locations.js";
import { checkFolder } from "./folder.js";
import { sealFacts } from "./seal-facts.js";
import { checkUrl } from "./served.js";

/** Files against the seals of their manifest, in folders and on servers. */
export const integrity: Area = {
  name: "integrity",
  async run(context: CheckContext): Promise<AreaOutcome | undefined> {
    const { targets, http, wantsFacts } = context;
    if (targets.length === 0) return undefined;
    const diagnostics: Diagnostic[] = [];
    // URL of a manifest → size of each of its files in bytes.
    const served = new Map<string, ReadonlyMap<string, number>>();
    for (const target of targets) {
      if (target.kind === "folder") diagnostics.push(...(await check(target)));
      else {
        const checked = await checkUrl(target.url, http);
        diagnostics.push(...checked.diagnostics);
        served.set(target.url, checked.sizes);
      }
    }
    const outcome = { diagnostics, unchecked: [] };
    return wantsFacts ? { ...outcome, facts: { seals: await sealFacts(context, served) } } : outcome;
  },
};

async function check({ path, name, manifest, include, exclude }: FolderTarget): Promise<Diagnostic[]> {
  const settings = { ...(manifest !== undefined && { manifest }), include: include ?? [], exclude: exclude ?? [] };
  const { diagnostics } = await checkFolder(path, settings, new Progress());
  return diagnostics.map((one) => fromFolder({ ...one, message: one.message.replaceAll(path, name) }, path));
}
