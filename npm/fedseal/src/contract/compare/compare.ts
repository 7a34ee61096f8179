import semver from "semver";

import ts = require("typescript");

import type { Profile } from "../contract.js";
import { type Change, higher, type Level, type Place, type Undecided } from "./change.js";
import { compareExports } from "./exports.js";
import { fold } from "./fold.js";
import { read, type Surfaces } from "./program.js";
import { exportPath, type Side } from "./side.js";

/** What the two versions of a surface differ in, and what the difference asks of the version. */
export interface Comparison {
  /** `none`: same surface, same text. `patch`: same surface, other text. */
  bump: "none" | Level;
  findings: Change[];
  /** Not empty: there is no verdict. */
  undecided: Undecided[];
}

export interface CompareOptions {
  /** Milliseconds an expose may take; what is not done by then is not decided. */
  timeout: number;
  profile: Profile;
  /** Expose → names to which the comparison is limited. */
  only?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
}

class OutOfTime extends Error {}

/** Compares two sides, expose by expose. */
export function compare(old: Side, now: Side, options: CompareOptions): Comparison {
  const findings: Change[] = [];
  const undecided: Undecided[] = [];
  let surfaces = read([old, now], false);
  if (missesGlobals(surfaces)) surfaces = read([old, now], true);
  const told = new Set<string>();
  for (const { specifier, place } of surfaces.unresolved) {
    // Both versions mostly lack the same.
    if (told.has(`${specifier} ${place.file}`)) continue;
    told.add(`${specifier} ${place.file}`);
    const message = `\`${specifier}\` cannot be resolved, so its types are unknown`;
    undecided.push({ rule: "contract/unresolved-import", export: "", message, at: place });
  }
  for (const [expose, file] of old.exposes) {
    const other = now.exposes.get(expose);
    if (other === undefined) {
      const message = `${expose} is not exposed any more`;
      const because = "Every shell that loads it gets an error in place of a module.";
      findings.push({
        rule: "contract/expose-removed",
        export: expose,
        level: "major",
        message,
        because,
        old: null,
        new: null,
      });
      continue;
    }
    const only = options.only?.get(expose);
    if (options.only && !only) continue;
    const end = performance.now() + options.timeout;
    const tick = () => {
      if (performance.now() > end) throw new OutOfTime();
    };
    try {
      const result = compareExports(file, other, { surfaces, profile: options.profile, only, tick });
      for (const one of fold(result.changes)) findings.push({ ...one, export: exportPath(expose, one.export) });
      for (const one of result.undecided) undecided.push({ ...one, export: exportPath(expose, one.export) });
    } catch (error) {
      if (!(error instanceof OutOfTime)) throw error;
      const message = `${expose} took longer than ${options.timeout} ms to compare`;
      undecided.push({ rule: "contract/not-compared", export: expose, message, at: null });
    }
  }
  findings.push(...compareExternals(old, now), ...compareAugmentations(surfaces, old, now));
  for (const expose of now.exposes.keys()) {
    if (options.only || old.exposes.has(expose)) continue;
    const message = `${expose} was added`;
    const because = "Nobody loaded it before.";
    findings.push({
      rule: "contract/expose-added",
      export: expose,
      level: "minor",
      message,
      because,
      old: null,
      new: null,
    });
  }
  const bump = findings.reduce<"none" | Level>(
    (sum, one) => (sum === "none" ? one.level : higher(sum, one.level)),
    "none",
  );
  return { bump: bump === "none" && !sameTexts(surfaces, old, now) ? "patch" : bump, findings, undecided };
}

/** Packages whose types are part of the surface: consumers have to have them, in a version that fits. */
function compareExternals(old: Side, now: Side): Change[] {
  const found: Change[] = [];
  const tell = (name: string, level: Level, message: string, because: string) =>
    found.push({
      rule: "contract/external-range-changed",
      export: name,
      level,
      message,
      because,
      old: null,
      new: null,
    });
  for (const [name, range] of now.externals) {
    const before = old.externals.get(name);
    if (before === range) continue;
    if (before === undefined) {
      tell(
        name,
        "major",
        `${name} ${range} is needed now`,
        `Where ${name} is not installed, everything typed with it is \`any\`.`,
      );
    } else if (semver.validRange(before) === null || semver.validRange(range) === null) {
      tell(
        name,
        "major",
        `${name} was wanted as ${before} and is wanted as ${range}`,
        "Whether the one includes the other cannot be told.",
      );
    } else if (semver.subset(before, range, { includePrerelease: true })) {
      tell(name, "minor", `${name} may be ${range}, and had to be ${before}`, "Every version that was fine still is.");
    } else {
      tell(
        name,
        "major",
        `${name} has to be ${range} now, and was ${before}`,
        `Shells with another version of ${name} mix two versions of its types.`,
      );
    }
  }
  return found;
}

/** `declare global` and `declare module`: what modules add to the names of everybody, or to another package's. */
function compareAugmentations(surfaces: Surfaces, old: Side, now: Side): Change[] {
  const [before, after] = [augmentationsOf(surfaces, old), augmentationsOf(surfaces, now)];
  if (JSON.stringify([...before.keys()].sort()) === JSON.stringify([...after.keys()].sort())) return [];
  const gone = [...before].find(([text]) => !after.has(text))?.[1] ?? null;
  const come = [...after].find(([text]) => !before.has(text))?.[1] ?? null;
  const message = "what it declares for global names or for another package changed";
  const because = "It changes types that consumers did not import from here.";
  const path = /^declare (?:module )?("[^"]*"|global)/.exec((gone ?? come)?.text ?? "")?.[1] ?? "global";
  return [{ rule: "contract/unclassified", export: path, level: "major", message, because, old: gone, new: come }];
}

/** Text without comments → place. */
function augmentationsOf(surfaces: Surfaces, side: Side): Map<string, Place> {
  const printer = ts.createPrinter({ removeComments: true });
  const found = new Map<string, Place>();
  for (const file of localFiles(surfaces, side).keys()) {
    for (const statement of file.statements) {
      if (!ts.isModuleDeclaration(statement) || (ts.isIdentifier(statement.name) && !isGlobal(statement))) continue;
      const text = printer.printNode(ts.EmitHint.Unspecified, statement, file);
      found.set(text, surfaces.place(statement));
    }
  }
  return found;
}

function isGlobal(node: ts.ModuleDeclaration): boolean {
  return (node.flags & ts.NodeFlags.GlobalAugmentation) !== 0;
}

const NOT_FOUND = new Set([2304, 2503, 2552, 2580, 2583, 2584, 2591, 2592, 2593]);

/** Names in a side's modules that nothing declares; none while a package is missing that may declare them. */
export function unknownNames(side: Side): Place[] {
  const found = [false, true].map((ambient) => read([side], ambient)).find((one) => !missesGlobals(one));
  if (found) return [];
  const { program, isLocal, unresolved, place } = read([side], true);
  if (unresolved.length > 0) return [];
  return program
    .getSourceFiles()
    .filter(isLocal)
    .flatMap((file) =>
      program
        .getSemanticDiagnostics(file)
        .filter((one) => NOT_FOUND.has(one.code))
        .map((one) => {
          const at = file.getLineAndCharacterOfPosition(one.start ?? 0);
          const text = file.text.slice(one.start ?? 0, (one.start ?? 0) + (one.length ?? 0));
          return { ...place(file), line: at.line + 1, column: at.character + 1, text };
        }),
    );
}

/** Whether a local module uses a global name that only a package of ambient types declares, `NodeJS` for one. */
function missesGlobals({ program, isLocal }: Surfaces): boolean {
  return program
    .getSourceFiles()
    .some((file) => isLocal(file) && program.getSemanticDiagnostics(file).some((one) => NOT_FOUND.has(one.code)));
}

/** Whether both sides are the same text, and want the same packages. */
function sameTexts(surfaces: Surfaces, old: Side, now: Side): boolean {
  const [before, after] = [textsOf(surfaces, old), textsOf(surfaces, now)];
  if (before.size !== after.size || old.externals.size !== now.externals.size) return false;
  return [...before].every(([name, text]) => after.get(name) === text);
}

/** What was given; else the local modules. */
function textsOf(surfaces: Surfaces, side: Side): ReadonlyMap<string, string> {
  return side.texts ?? new Map([...localFiles(surfaces, side)].map(([file, name]) => [name, file.text]));
}

/** The local modules that the exposes reach, those of the exposes by the names of these. */
function localFiles({ program, checker, isLocal }: Surfaces, { exposes, root }: Side): Map<ts.SourceFile, string> {
  const found = new Map<ts.SourceFile, string>();
  const visit = (file: ts.SourceFile, name: string): void => {
    if (found.has(file) || !isLocal(file)) return;
    found.set(file, name);
    const inside = (node: ts.Node): void => {
      if (ts.isStringLiteral(node)) {
        const target = checker.getSymbolAtLocation(node)?.declarations?.find(ts.isSourceFile);
        if (target) visit(target, target.fileName.slice(root.length));
      }
      ts.forEachChild(node, inside);
    };
    inside(file);
  };
  for (const [key, path] of exposes) {
    const file = program.getSourceFile(path);
    if (file) visit(file, key);
  }
  return found;
}
