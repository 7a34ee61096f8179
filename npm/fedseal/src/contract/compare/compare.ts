import { compareAugmentations } from "./augmentations.js";
import { type Change, higher, type Level, type Place, type Profile, type Undecided } from "./change.js";
import { compareExports } from "./exports.js";
import { compareExternals } from "./externals.js";
import { fold } from "./fold.js";
import { readBoth } from "./globals.js";
import { localFiles } from "./local-files.js";
import { exportsOf } from "./names.js";
import type { Surfaces } from "./program.js";
import { exposeAdded } from "./rules/expose-added.js";
import { exposeRemoved } from "./rules/expose-removed.js";
import { exportPath, type Side } from "./side.js";
import { usesOf } from "./surface-uses.js";
import { sameTexts } from "./texts.js";
import { Variances } from "./variance.js";

/** What the two versions of a surface differ in, and what the difference asks of the version. */
export interface Comparison {
  /** `none`: same surface, same text. `patch`: same surface, other text. Only where nothing is undecided. */
  bump: "none" | Level;
  findings: Change[];
  /** Not empty: there is no verdict. */
  undecided: Undecided[];
}

export interface CompareOptions {
  profile: Profile;
  /** Expose → names to which the comparison is limited. */
  only?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

/** Compares two sides, expose by expose. `progress` is called with the path of each export before it is compared. */
export function compare(
  old: Side,
  now: Side,
  options: CompareOptions,
  progress: (path: string) => void = () => {},
): Comparison {
  const surfaces = readBoth([old, now]);
  const findings: Change[] = [];
  const undecided: Undecided[] = unresolvedOf(surfaces, old, now, options.only);
  const cuts: Undecided[] = [];
  const variances = new Variances(surfaces);
  const modules = [old, now].flatMap(({ exposes }) => [...exposes.values()].map((path) => exportsOf(path, surfaces)));
  const uses = usesOf(modules, surfaces, variances, options.profile);
  for (const [expose, file] of old.exposes) {
    const other = now.exposes.get(expose);
    if (other === undefined) {
      findings.push({ ...exposeRemoved(expose), export: expose, old: null, new: null });
      continue;
    }
    const only = options.only?.get(expose);
    if (options.only && !only) continue;
    const setting = {
      surfaces,
      profile: options.profile,
      variances,
      uses,
      only,
      progress: (path: string) => progress(exportPath(expose, path)),
    };
    const result = compareExports(file, other, setting);
    for (const one of fold(result.changes)) findings.push({ ...one, export: exportPath(expose, one.export) });
    for (const one of result.undecided) undecided.push({ ...one, export: exportPath(expose, one.export) });
    for (const one of result.cuts) cuts.push({ ...one, export: exportPath(expose, one.export) });
  }
  findings.push(...compareExternals(old, now), ...compareAugmentations(surfaces, old, now));
  for (const expose of now.exposes.keys()) {
    if (options.only || old.exposes.has(expose)) continue;
    findings.push({ ...exposeAdded(expose), export: expose, old: null, new: null });
  }
  const bump = findings.reduce<"none" | Level>(
    (sum, one) => (sum === "none" ? one.level : higher(sum, one.level)),
    "none",
  );
  // Beside what breaks, nothing that was not looked at can change the verdict.
  if (bump !== "major") undecided.push(...cuts);
  return { bump: bump === "none" && !sameTexts(surfaces, old, now) ? "patch" : bump, findings, undecided };
}

/** Imports that lead nowhere, of what is compared. Both versions mostly lack the same ones. */
function unresolvedOf(surfaces: Surfaces, old: Side, now: Side, only: CompareOptions["only"]): Undecided[] {
  const { unresolved } = surfaces;
  if (unresolved.length === 0) return [];
  // Of an expose that came or went, nothing is compared.
  const isCompared = (expose: string) =>
    old.exposes.has(expose) && now.exposes.has(expose) && (!only || only.has(expose));
  const reached = new Set([old, now].flatMap((side) => [...localFiles(surfaces, limited(side, isCompared)).keys()]));
  const files = new Set([...reached].map(({ fileName }) => fileName));
  const known = new Map<string, { specifier: string; place: Place }>();
  for (const one of unresolved) {
    if (!files.has(one.file)) continue;
    const key = `${one.specifier} ${one.place.file}`;
    if (!known.has(key)) known.set(key, one);
  }
  return [...known.values()].map(({ specifier, place }) => ({
    rule: "contract/unresolved-import",
    export: "",
    message: `\`${specifier}\` cannot be resolved, so its types are unknown`,
    at: place,
  }));
}

/** A side with some of its exposes. */
function limited(side: Side, isWanted: (expose: string) => boolean): Side {
  return { ...side, exposes: new Map([...side.exposes].filter(([expose]) => isWanted(expose))) };
}
