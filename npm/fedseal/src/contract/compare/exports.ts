import ts = require("typescript");

import type { Change, Level, Profile, Undecided, Verdict } from "./change.js";
import { componentOf } from "./components.js";
import { confirm } from "./confirm.js";
import { type At, type Context, report } from "./context.js";
import { compareEnums } from "./enums.js";
import { Equality } from "./equality.js";
import { Growth } from "./growth.js";
import { identityOf } from "./identity.js";
import { compareDeclarations } from "./named.js";
import {
  type Exported,
  exportsOf,
  flat,
  isDeprecated,
  isExperimental,
  type Meaning,
  meaningOf,
  moduleOf,
  namesOf,
  wordOf,
} from "./names.js";
import { packageOf } from "./package-of.js";
import type { Surfaces } from "./program.js";
import { declarationOf, joinPath } from "./properties.js";
import { abstractChanged } from "./rules/class-not-constructible.js";
import { constantChanged, literalFixed } from "./rules/constant-changed.js";
import { experimentalChanged } from "./rules/experimental-changed.js";
import { exportAdded, globalAdded } from "./rules/export-added.js";
import { exportKindChanged, valueExported, variableForm } from "./rules/export-kind-changed.js";
import { exportRemoved, globalRemoved } from "./rules/export-removed.js";
import { functionBecameConstant } from "./rules/function-became-constant.js";
import { interfaceBecameAlias } from "./rules/interface-became-alias.js";
import { removedWithoutDeprecation } from "./rules/removed-without-deprecation.js";
import { typeText } from "./text.js";
import { nameOf } from "./type-names.js";
import { globalExportsOf, pairOf } from "./typescript-internals.js";
import type { Uses } from "./uses.js";
import type { Variances } from "./variance.js";
import { compareShapes, compareTypes } from "./walk.js";
import { Walked } from "./walked.js";

/** How a comparison of one expose is asked for. */
export interface ExposeSetting {
  surfaces: Surfaces;
  profile: Profile;
  /** Names of exports to which the comparison is limited; all without it. */
  only: ReadonlySet<string> | undefined;
  /** Called with the path of each export before it is compared. */
  progress: (path: string) => void;
  variances: Variances;
  /** Who gives the values of types, by all exposes of both versions: a type may be declared in one and used in another. */
  uses: Uses;
}

export interface ExposeResult {
  changes: Change[];
  undecided: Undecided[];
  /** What was not looked at; undecided where nothing breaks. */
  cuts: Undecided[];
}

type Exports = ReadonlyMap<string, Exported>;

/** Compares what two modules export. */
export function compareExports(oldFile: string, newFile: string, setting: ExposeSetting): ExposeResult {
  const { surfaces, only } = setting;
  const [before, after] = [exportsOf(oldFile, surfaces), exportsOf(newFile, surfaces)];
  const context = contextOf([before, after], setting);
  compareNames(context, before, after, "", (name) => only === undefined || only.has("*") || only.has(name));
  if (only === undefined) compareGlobals(context, oldFile, newFile);
  return { changes: context.changes, undecided: context.undecided, cuts: context.cuts };
}

function contextOf(modules: readonly Exports[], setting: ExposeSetting): Context {
  const { surfaces, profile, progress, variances, uses } = setting;
  const shared = {
    surfaces,
    checker: surfaces.checker,
    profile,
    progress,
    variances,
    uses,
    identical: identityOf(surfaces),
    isKept: keptIn(modules),
    isNameable: nameableIn(modules, surfaces),
    paired: new Set<string>(),
    defaults: new Map<ts.Type, ts.Type>(),
    changes: [],
    undecided: [],
    cuts: [],
    walked: new Walked(),
    growth: new Growth(surfaces.checker),
    expansions: new Map<string, number>(),
  };
  const context: Context = {
    ...shared,
    equality: new Equality(shared),
    compare: (old, now, at) => compareTypes(context, old, now, at),
    compareShapes: (old, now, at) => compareShapes(context, old, now, at),
  };
  return context;
}

function nameableIn(modules: readonly Exports[], surfaces: Surfaces): Context["isNameable"] {
  const symbols = new Set(modules.flatMap((exports) => flat(exports, surfaces)).map(({ symbol }) => symbol));
  return (symbol) => symbols.has(symbol);
}

/** By the names under which types are exported. */
function keptIn([before, after]: readonly Exports[]): Context["isKept"] {
  const namesIn = (all: Exports | undefined) => new Set([...(all?.values() ?? [])].map(({ symbol }) => nameOf(symbol)));
  const [old, now] = [namesIn(before), namesIn(after)];
  return (one, other) => [one, other].every((symbol) => old.has(nameOf(symbol)) && now.has(nameOf(symbol)));
}

function atOf(path: string, old: Exported | undefined, now: Exported | undefined): At {
  return {
    path,
    polarity: "output",
    writable: false,
    old: declarationOf(old?.symbol),
    now: declarationOf(now?.symbol),
  };
}

function compareNames(
  context: Context,
  before: Exports,
  after: Exports,
  prefix: string,
  wanted: (name: string) => boolean,
): boolean {
  const path = (name: string) => (prefix === "" ? name : joinPath(prefix, name));
  const added = new Map([...after].filter(([name]) => !before.has(name)));
  const both: [string, Exported, Exported][] = [];
  let different = false;
  const tell = (at: At, verdict: Verdict) => {
    different = report(context, at, verdict);
  };
  for (const [name, old] of before) {
    if (!wanted(name)) continue;
    const now = after.get(name);
    if (context.profile === "experimental" && isExperimental(old.symbol)) {
      if (!now || !isSame(context, old, now)) tell(atOf(path(name), old, now), experimentalChanged(name, !now));
      continue;
    }
    if (now) {
      // Declared by the same words as before: nothing changed, whatever it is.
      const same = old.typeOnly === now.typeOnly && context.identical(old.symbol, now.symbol);
      // Another name of what was compared already, `export * as all`, has no differences of its own.
      const key = `export ${pairOf(old.symbol, now.symbol)} ${old.typeOnly} ${now.typeOnly}`;
      if (!same && context.walked.get(key) === undefined) both.push([name, old, now]);
      else if (!same) different = context.walked.get(key) === true || different;
      continue;
    }
    const lookalike = [...added].find(([, candidate]) => isRename(context, old, candidate))?.[0];
    tell(atOf(path(name), old, undefined), exportRemoved(name, lookalike));
    if (context.profile === "strict" && !isDeprecated(old.symbol)) {
      tell(atOf(path(name), old, undefined), removedWithoutDeprecation(name));
    }
  }
  // Types first: a change of a type that values use is reported at the type.
  const differs = new Set<string>();
  for (const compare of [compareMeanings, compareDeclaredTypes, compareValues]) {
    for (const [name, old, now] of both) {
      context.progress(path(name));
      if (compare(context, atOf(path(name), old, now), old, now)) differs.add(name);
    }
  }
  for (const [name, old, now] of both) {
    context.walked.set(`export ${pairOf(old.symbol, now.symbol)} ${old.typeOnly} ${now.typeOnly}`, differs.has(name));
  }
  for (const [name, old, now] of both) {
    if (!differs.has(name) && context.undecided.length === 0)
      confirm(context, name, old, now, atOf(path(name), old, now));
  }
  for (const [name, now] of added) if (wanted(name)) tell(atOf(path(name), undefined, now), exportAdded(name));
  return different || differs.size > 0;
}

/** `export as namespace Name` */
function compareGlobals(context: Context, oldFile: string, newFile: string): void {
  const [before, after] = [oldFile, newFile].map((file) => {
    const module = moduleOf(file, context.surfaces);
    return module ? globalExportsOf(module) : [];
  });
  for (const name of after ?? []) {
    if (!before?.includes(name))
      report(context, { path: name, polarity: "output", writable: false }, globalAdded(name));
  }
  for (const name of before ?? []) {
    if (!after?.includes(name))
      report(context, { path: name, polarity: "output", writable: false }, globalRemoved(name));
  }
}

function isSame({ checker, equality }: Context, old: Exported, now: Exported): boolean {
  const [before, after] = [meaningOf(old), meaningOf(now)];
  if (before.value !== after.value || before.type !== after.type || before.namespace !== after.namespace) return false;
  const declared = [old, now].map((one) => checker.getDeclaredTypeOfSymbol(one.symbol)) as [ts.Type, ts.Type];
  const valued = [old, now].map((one) => checker.getTypeOfSymbol(one.symbol)) as [ts.Type, ts.Type];
  return (before.type === undefined || equality.types(...declared)) && (!before.value || equality.types(...valued));
}

/** Whether an export that came looks like one that went. */
function isRename(context: Context, old: Exported, now: Exported): boolean {
  return (meaningOf(old).type !== undefined || meaningOf(old).value) && isSame(context, old, now);
}

/** What a name stands for. */
function compareMeanings(context: Context, at: At, old: Exported, now: Exported): boolean {
  const [before, after] = [meaningOf(old), meaningOf(now)];
  const name = at.path.split(".").at(-1) ?? at.path;
  let different = false;
  const kind = (level: Level, because: string) =>
    report(context, at, exportKindChanged(name, wordOf(before), wordOf(after), level, because));
  if (before.value && !after.value) {
    return kind("major", `'${name}' only refers to a type, but is being used as a value here.`);
  }
  if (before.type && !after.type) {
    return kind("major", `'${name}' refers to a value, but is being used as a type here.`);
  }
  if (before.namespace && !after.namespace && !isBag(context, old, after))
    return kind("major", `Cannot find namespace '${name}', nor add to it.`);
  if (!before.type && after.type && before.value) {
    return kind("major", `A type that a consumer declares by the name '${name}' beside its import conflicts with it.`);
  }
  if (before.type && !before.value && after.value) {
    // An import of a class conflicts with a value of its name, whatever the class is exported as.
    if (!old.typeOnly || !(old.symbol.flags & ts.SymbolFlags.Value)) {
      return kind(
        "major",
        `A value that a consumer declares by the name '${name}' beside its import conflicts with it.`,
      );
    }
    report(context, at, valueExported(name));
    different = true;
  }
  if (before.type === "interface" && after.type === "alias") return report(context, at, interfaceBecameAlias(name));
  if (before.type !== after.type && (before.type === "class" || before.type === "enum" || after.type === "enum")) {
    return kind("major", "Code that uses what only the former has no longer compiles.");
  }
  if (before.type === "alias" && after.type === "interface") {
    return kind(
      "major",
      "An interface is not assignable to a type with an index signature, such as `Record<string, unknown>`.",
    );
  }
  return compareDeclarationForms(context, at, name, old, now, before, after) || different;
}

/** Whether a namespace only adds values to a function, as `Menu.Item = …` does: these are compared as its members. */
function isBag({ checker }: Context, { symbol }: Exported, { value }: Meaning): boolean {
  const isFunction = (symbol.flags & ts.SymbolFlags.Function) !== 0;
  const names = [...namesOf(symbol, checker).values()].map(meaningOf);
  return isFunction && value && names.every((one) => one.type === undefined && !one.namespace);
}

function compareDeclarationForms(
  context: Context,
  at: At,
  name: string,
  old: Exported,
  now: Exported,
  before: Meaning,
  after: Meaning,
): boolean {
  const { checker } = context;
  if (!before.value || !after.value) return false;
  const [was, is] = [checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol)];
  const isFunction = ({ symbol }: Exported) => (symbol.flags & ts.SymbolFlags.Function) !== 0;
  let different = false;
  if (isFunction(old) !== isFunction(now) && !before.type && !after.type) {
    const callable = was.getCallSignatures().length > 0 && is.getCallSignatures().length > 0;
    const component = componentOf(context, was, at) && componentOf(context, is, at);
    if (callable && !component) different = report(context, at, functionBecameConstant(name, isFunction(old)));
  }
  const isVariable = ({ symbol }: Exported) => {
    const declaration = symbol.valueDeclaration;
    const isDeclared = declaration !== undefined && ts.isVariableDeclaration(declaration);
    return isDeclared && !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const);
  };
  if (isVariable(old) !== isVariable(now)) different = report(context, at, variableForm(name, isVariable(now)));
  return different;
}

function compareDeclaredTypes(context: Context, at: At, old: Exported, now: Exported): boolean {
  const [before, after] = [meaningOf(old), meaningOf(now)];
  if (!before.type || !after.type) return false;
  const here: At = { ...at, polarity: context.uses.whole(old.symbol, now.symbol) ?? "both" };
  if (before.type === "enum" && after.type === "enum") return compareEnums(context, old.symbol, now.symbol, here);
  const different = compareAbstract(context, here, old, now);
  return compareDeclarations(context, old.symbol, now.symbol, here) || different;
}

function compareAbstract(context: Context, at: At, old: Exported, now: Exported): boolean {
  const isAbstract = ({ symbol }: Exported) =>
    symbol.declarations?.some(
      (one) => ts.isClassLike(one) && ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract,
    ) ?? false;
  if (isAbstract(old) === isAbstract(now)) return false;
  return report(context, at, abstractChanged("the class", isAbstract(now), isAbstract(now) ? "major" : "minor"));
}

function compareValues(context: Context, at: At, old: Exported, now: Exported): boolean {
  const [before, after] = [meaningOf(old), meaningOf(now)];
  let different = false;
  if (before.namespace && after.namespace) different = compareNamespaces(context, at.path, old, now);
  if (!before.value || !after.value || before.type === "enum" || after.type === "enum") return different;
  const { checker } = context;
  const [was, is] = [checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol)];
  return compareConstants(context, at, old, now, was, is) ?? (context.compare(was, is, at) || different);
}

/** Constants whose types are their values; undefined where they are none. */
function compareConstants(
  context: Context,
  at: At,
  old: Exported,
  now: Exported,
  was: ts.Type,
  is: ts.Type,
): boolean | undefined {
  const { checker, profile } = context;
  const literal =
    ts.TypeFlags.StringLiteral | ts.TypeFlags.NumberLiteral | ts.TypeFlags.BigIntLiteral | ts.TypeFlags.BooleanLiteral;
  if (!(was.flags & literal) || !(is.flags & literal)) return undefined;
  const [inferred, inferredNow] = [isInferred(old.symbol), isInferred(now.symbol)];
  const [before, after] = [typeText(was, checker), typeText(is, checker)];
  if (before === after) {
    return inferred === inferredNow ? false : report(context, at, literalFixed(old.symbol.name, before, inferred));
  }
  const sameKind = (was.flags & is.flags & literal) !== 0;
  if (!inferred || !inferredNow || !sameKind) return undefined;
  return report(context, at, constantChanged(old.symbol.name, before, after, profile));
}

/** `const a = "x"`: the type is the value, and widens; `const a: "x"` is a promise. */
function isInferred(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return (
    declaration !== undefined &&
    ts.isVariableDeclaration(declaration) &&
    declaration.initializer !== undefined &&
    !declaration.type
  );
}

function compareNamespaces(context: Context, path: string, old: Exported, now: Exported): boolean {
  const { checker, surfaces } = context;
  const key = `namespace ${path}`;
  const known = old.symbol === now.symbol ? false : context.walked.get(key);
  if (known !== undefined) return known;
  context.walked.set(key, false);
  // A namespace of a package is known by its name.
  const isOwn = ({ symbol }: Exported) => symbol.declarations?.some(surfaces.isLocal) ?? false;
  if (!isOwn(old) && !isOwn(now)) {
    const home = ({ symbol }: Exported) => packageOf(symbol.declarations?.[0]?.getSourceFile().fileName ?? "");
    if (home(old) === home(now)) return false;
  }
  const different = compareNames(context, namesOf(old.symbol, checker), namesOf(now.symbol, checker), path, () => true);
  context.walked.set(key, different);
  return different;
}
