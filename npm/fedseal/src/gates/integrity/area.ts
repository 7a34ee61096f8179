import { type Diagnostic, Progress } from "@fedseal/binding";
import type { Area, AreaOutcome, CheckContext, Target } from "../../check/area.js";
import { fromFolder } from "../../locations.js";
import { checkFolder } from "./folder.js";
import { checkUrl } from "./served.js";

/** Files against the seals of their manifest, in folders and on servers. */
export const integrity: Area = {
  name: "integrity",
  async run({ targets, http }: CheckContext): Promise<AreaOutcome | undefined> {
    if (targets.length === 0) return undefined;
    const diagnostics: Diagnostic[] = [];
    for (const target of targets) diagnostics.push(...(await check(target, http)));
    return { diagnostics, unchecked: [] };
  },
};

async function check(target: Target, http: CheckContext["http"]): Promise<Diagnostic[]> {
  if (target.kind === "url") return (await checkUrl(target.url, http)).diagnostics;
  const { path, name, manifest, include, exclude } = target;
  const settings = { ...(manifest !== undefined && { manifest }), include: include ?? [], exclude: exclude ?? [] };
  const { diagnostics } = await checkFolder(path, settings, new Progress());
  return diagnostics.map((one) => fromFolder({ ...one, message: one.message.replaceAll(path, name) }, path));
}
