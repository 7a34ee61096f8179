import { sep } from "node:path";
import { type Diagnostic, Progress } from "@fedseal/binding";
import type { Area, AreaOutcome, CheckContext, FolderTarget, Target } from "../../check/area.js";
import { fromFolder, relativeTo } from "../../locations.js";
import { checkFolder } from "./folder.js";
import { sealFacts } from "./seal-facts.js";
import { checkUrl } from "./served.js";
import { checkSignedFolder, checkSignedUrl, type Pinned, pinnedKeys } from "./signed.js";

/** Files against the seals of their manifest, in folders and on servers. */
export const integrity: Area = {
  name: "integrity",
  async run(context: CheckContext): Promise<AreaOutcome | undefined> {
    const { targets, http, wantsFacts } = context;
    if (targets.length === 0) return undefined;
    const pinned = pinnedKeys(context);
    const diagnostics: Diagnostic[] = [...pinned.diagnostics];
    // URL of a manifest → size of each of its files in bytes.
    const served = new Map<string, ReadonlyMap<string, number>>();
    for (const target of targets) {
      if (target.kind === "folder")
        diagnostics.push(...(await check(context, target, pinned, innerOf(target, targets))));
      else {
        const checked = await checkUrl(target.url, http);
        diagnostics.push(...checked.diagnostics);
        const { manifest } = checked;
        if (manifest) diagnostics.push(...(await checkSignedUrl(context, target, manifest, pinned)));
        served.set(target.url, checked.sizes);
      }
    }
    const outcome = { diagnostics, unchecked: [] };
    return wantsFacts ? { ...outcome, facts: { seals: await sealFacts(context, served) } } : outcome;
  },
};

/** The other targets that are folders in this one, relative to it. */
function innerOf({ path }: FolderTarget, targets: readonly Target[]): string[] {
  const folders = targets.flatMap((one) => (one.kind === "folder" && one.path.startsWith(path + sep) ? one.path : []));
  return folders.map((one) => relativeTo(path, one));
}

async function check(
  context: CheckContext,
  target: FolderTarget,
  pinned: Pinned,
  inner: readonly string[],
): Promise<Diagnostic[]> {
  const { path, name, manifest, include, exclude } = target;
  const settings = { ...(manifest !== undefined && { manifest }), include: include ?? [], exclude: exclude ?? [] };
  const { diagnostics, ...checked } = await checkFolder(path, settings, new Progress(), inner);
  const { manifest: found, manifestBytes } = checked;
  const isRead = found !== undefined && manifestBytes !== undefined;
  const signed = isRead ? await checkSignedFolder(context, target, found, manifestBytes, pinned) : [];
  return [...diagnostics, ...signed].map((one) =>
    fromFolder({ ...one, message: one.message.replaceAll(path, name) }, path),
  );
}
