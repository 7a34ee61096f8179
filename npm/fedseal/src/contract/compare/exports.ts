import ts from "typescript";
import type { Profile } from "../contract.js";
import type { Change, Level, Place, Polarity } from "./change.js";
import { polaritiesOf } from "./polarity.js";
import { packageOf, type Surfaces } from "./program.js";
import { declarationOf, joinPath, nameOf } from "./types.js";
import { type Polarities, Walk } from "./walk.js";

/** What a name stands for: a value, a type, a namespace, or several of them. */
interface Meaning {
  value: boolean;
  type: "interface" | "alias" | "class" | "enum" | undefined;
  namespace: boolean;
}

const { SymbolFlags } = ts;

/** What is behind the name of an export. */
interface Exported {
  symbol: ts.Symbol;
  /** Exported by `export type`: it may be a class, but is no value. */
  typeOnly: boolean;
}

function meaningOf({ symbol, typeOnly }: Exported): Meaning {
  const { flags } = symbol;
  const type =
    flags & SymbolFlags.Class
      ? "class"
      : flags & SymbolFlags.Enum
        ? "enum"
        : flags & SymbolFlags.Interface
          ? "interface"
          : flags & SymbolFlags.TypeAlias
            ? "alias"
            : undefined;
  return {
    value: !typeOnly && (flags & (SymbolFlags.Value & ~SymbolFlags.ValueModule)) !== 0,
    type,
    namespace: (flags & (SymbolFlags.NamespaceModule | SymbolFlags.ValueModule)) !== 0,
  };
}

function wordOf({ value, type, namespace }: Meaning): string {
  if (type === "class" || type === "enum")
    return namespace ? `a ${type} and a namespace` : type === "class" ? "a class" : "an enum";
  const words = [
    value && "a value",
    type && (type === "alias" ? "a type alias" : "an interface"),
    namespace && "a namespace",
  ];
  return words.filter(Boolean).join(" and ");
}

/** How a comparison of one expose is asked for. */
export interface ExposeSetting {
  surfaces: Surfaces;
  profile: Profile;
  /** Names of exports to which the comparison is limited; all without it. */
  only: ReadonlySet<string> | undefined;
  tick(): void;
}

export interface ExposeResult {
  changes: Change[];
  undecided: Walk["undecided"];
}

/** Compares what two modules export. */
export function compareExports(oldFile: string, newFile: string, setting: ExposeSetting): ExposeResult {
  const { surfaces, profile, tick } = setting;
  const before = exportsOf(oldFile, surfaces);
  const after = exportsOf(newFile, surfaces);
  const polarities = polaritiesAmong([before, after], surfaces, profile);
  const walk = new Walk({ surfaces, polarities, tick });
  const wanted = (name: string) => setting.only === undefined || setting.only.has("*") || setting.only.has(name);
  const exports = new Exports(walk, surfaces, polarities, profile);
  exports.all(before, after, "", wanted);
  const breaks = walk.changes.some((one) => one.level === "major");
  if (!breaks && walk.undecided.length === 0) exports.confirm(before, after, wanted, walk.changes.length === 0);
  return { changes: walk.changes, undecided: walk.undecided };
}

/** What a module exports. */
function exportsOf(path: string, { program, checker }: Surfaces): Map<string, Exported> {
  const file = program.getSourceFile(path);
  if (!file) throw new Error(`${path} is not part of the program`);
  const module = checker.getSymbolAtLocation(file);
  // A script without imports and exports exports nothing.
  return module ? namesOf(module, checker) : new Map();
}

/** Who makes values of the named types that modules export or mention. */
function polaritiesAmong(
  modules: readonly ReadonlyMap<string, Exported>[],
  surfaces: Surfaces,
  profile: Profile,
): Map<string, Polarity> {
  const polarities = new Map<string, Polarity>();
  for (const all of modules) {
    const whole = flat(all, surfaces, new Set());
    const values = whole.filter((one) => meaningOf(one).value).map((one) => one.symbol);
    const types = whole.filter((one) => meaningOf(one).type).map((one) => one.symbol);
    polaritiesOf(values, types, surfaces, polarities);
  }
  for (const one of modules.flatMap((all) => [...all.values()])) {
    const { type } = meaningOf(one);
    if (type === undefined) continue;
    const name = nameOf(one.symbol);
    // A class that anybody may construct is extended and implemented, too.
    const constructible = type === "class" && !isPrivatelyMade(one.symbol);
    if (profile === "strict" || constructible || !polarities.has(name)) polarities.set(name, "both");
  }
  return polarities;
}

/** The exports of a module and of the namespaces in it. */
function flat(all: ReadonlyMap<string, Exported>, surfaces: Surfaces, met: Set<ts.Symbol>): Exported[] {
  return [...all.values()].flatMap((one) => {
    const isOwn = one.symbol.declarations?.some(surfaces.isLocal) ?? false;
    if (!meaningOf(one).namespace || !isOwn || met.has(one.symbol)) return [one];
    met.add(one.symbol);
    return [one, ...flat(namesOf(one.symbol, surfaces.checker), surfaces, met)];
  });
}

/** What an export is, for people and for the lock. */
export interface Description {
  kind: string;
  polarity: Polarity;
  /** Its declaration, and those of the side's own that it mentions, as one module. */
  text: string;
}

/** Describes what a module exports. */
export function describeExports(path: string, surfaces: Surfaces): Map<string, Description> {
  const all = exportsOf(path, surfaces);
  const polarities = polaritiesAmong([all], surfaces, "standard");
  return new Map(
    [...all].map(([name, one]) => {
      const meaning = meaningOf(one);
      const polarity = meaning.type ? (polarities.get(nameOf(one.symbol)) ?? "both") : "output";
      return [name, { kind: wordOf(meaning), polarity, text: declarationsOf(one.symbol, surfaces) }];
    }),
  );
}

/** The declarations of a symbol, and of everything local that they mention, in the order of their names. */
function declarationsOf(symbol: ts.Symbol, { checker, isLocal }: Surfaces): string {
  const printer = ts.createPrinter({ removeComments: true });
  const found = new Map<ts.Node, string>();
  const visit = (one: ts.Symbol): void => {
    const target = one.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    for (const declaration of target.declarations ?? []) {
      if (!isLocal(declaration) || ts.isTypeParameterDeclaration(declaration) || ts.isParameter(declaration)) continue;
      const statement = ts.isVariableDeclaration(declaration) ? declaration.parent.parent : declaration;
      if (found.has(statement) || ts.isSourceFile(statement) || !ts.isStatement(statement)) continue;
      found.set(statement, printer.printNode(ts.EmitHint.Unspecified, statement, statement.getSourceFile()));
      const inside = (node: ts.Node): void => {
        if (ts.isIdentifier(node)) {
          const mentioned = checker.getSymbolAtLocation(node);
          if (mentioned) visit(mentioned);
        }
        ts.forEachChild(node, inside);
      };
      inside(statement);
    }
  };
  visit(symbol);
  return [...found.values()].sort().join("\n");
}

/** Name → what is behind it. */
function namesOf(module: ts.Symbol, checker: ts.TypeChecker): Map<string, Exported> {
  const names = new Map<string, Exported>();
  for (const one of checker.getExportsOfModule(module)) {
    if (one.name === "prototype") continue;
    const symbol = one.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(one) : one;
    names.set(one.name, { symbol, typeOnly: isTypeOnly(module, one, checker, 0) });
  }
  // `export = f` is no name, but all that a consumer gets.
  const whole = module.exports?.get(ts.InternalSymbolName.ExportEquals);
  if (whole) {
    const symbol = whole.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(whole) : whole;
    names.set("export=", { symbol, typeOnly: false });
  }
  return names;
}

/** A class whose constructor is private: only the remote makes values of it. */
function isPrivatelyMade(symbol: ts.Symbol): boolean {
  return (symbol.declarations ?? []).some(
    (one) =>
      ts.isClassLike(one) &&
      one.members.some(
        (member) =>
          ts.isConstructorDeclaration(member) && ts.getCombinedModifierFlags(member) & ts.ModifierFlags.Private,
      ),
  );
}

function isDeprecated(symbol: ts.Symbol): boolean {
  return symbol.getJsDocTags().some(({ name }) => name === "deprecated");
}

/** What its author said not to rely on. */
function isExperimental(symbol: ts.Symbol): boolean {
  if (/^(unstable|experimental)_/.test(symbol.name)) return true;
  return symbol.getJsDocTags().some(({ name }) => name === "alpha" || name === "experimental");
}

const MAX_HOPS = 50;

/** Whether a name leads to its symbol over `export type` or `import type` somewhere. */
function isTypeOnly(module: ts.Symbol, name: ts.Symbol, checker: ts.TypeChecker, hops: number): boolean {
  if (hops > MAX_HOPS) return false;
  const stars = (module.exports?.get(ts.InternalSymbolName.ExportStar)?.declarations ?? []).filter(
    ts.isExportDeclaration,
  );
  if (!module.exports?.has(name.escapedName)) {
    const from = stars.filter((star) => {
      const target = star.moduleSpecifier && checker.getSymbolAtLocation(star.moduleSpecifier);
      return target && checker.getExportsOfModule(target).some((one) => one.name === name.name);
    });
    if (from.length > 0 && from.every((star) => star.isTypeOnly)) return true;
  }
  if (!(name.flags & SymbolFlags.Alias)) return false;
  for (const declaration of name.declarations ?? []) {
    if (ts.isTypeOnlyImportOrExportDeclaration(declaration)) return true;
    if (ts.isNamespaceExport(declaration) && declaration.parent.isTypeOnly) return true;
  }
  const next = (
    checker as unknown as { getImmediateAliasedSymbol(symbol: ts.Symbol): ts.Symbol | undefined }
  ).getImmediateAliasedSymbol(name);
  if (!next || next === name || !(next.flags & SymbolFlags.Alias)) return false;
  const home = next.declarations?.[0] && checker.getSymbolAtLocation(next.declarations[0].getSourceFile());
  return home !== undefined && isTypeOnly(home, next, checker, hops + 1);
}

class Exports {
  readonly #walk: Walk;
  readonly #surfaces: Surfaces;
  readonly #polarities: Polarities;
  readonly #profile: Profile;
  readonly #met = new Set<string>();

  constructor(walk: Walk, surfaces: Surfaces, polarities: Polarities, profile: Profile) {
    this.#walk = walk;
    this.#profile = profile;
    this.#polarities = polarities;
    this.#surfaces = surfaces;
  }

  all(
    before: ReadonlyMap<string, Exported>,
    after: ReadonlyMap<string, Exported>,
    prefix: string,
    wanted: (name: string) => boolean,
  ): void {
    const path = (name: string) => (prefix === "" ? name : joinPath(prefix, name));
    const added = new Map([...after].filter(([name]) => !before.has(name)));
    const both: [string, Exported, Exported][] = [];
    for (const [name, symbol] of before) {
      if (!wanted(name)) continue;
      const other = after.get(name);
      if (this.#profile === "experimental" && isExperimental(symbol.symbol)) {
        const because = "It was marked as experimental, which this profile exempts.";
        if (!other)
          this.#tell(
            "contract/experimental-changed",
            "patch",
            path(name),
            `the experimental ${name} was removed`,
            because,
            symbol,
            undefined,
          );
        else if (!this.#isSame(symbol, other))
          this.#tell(
            "contract/experimental-changed",
            "patch",
            path(name),
            `the experimental ${name} changed`,
            because,
            symbol,
            other,
          );
        continue;
      }
      if (other) {
        both.push([name, symbol, other]);
        continue;
      }
      const renamed = [...added].find(([, candidate]) => this.#isRename(symbol, candidate))?.[0];
      const message =
        renamed === undefined
          ? `${name} is not exported any more`
          : `${name} is not exported any more; ${renamed} looks like it`;
      this.#tell(
        "contract/export-removed",
        "major",
        path(name),
        message,
        `Module has no exported member '${name}'.`,
        symbol,
        undefined,
      );
    }
    if (this.#profile === "strict") {
      for (const [name, one] of before) {
        if (after.has(name) || !wanted(name) || isDeprecated(one.symbol)) continue;
        const message = `${name} was removed without having been deprecated first`;
        const because = "Shells had no release in which both ways worked.";
        this.#tell("contract/removed-without-deprecation", "major", path(name), message, because, one, undefined);
      }
    }
    // Types first: a change of a type that values use is told at the type.
    for (const [name, old, now] of both) this.#meanings(path(name), old, now);
    for (const [name, old, now] of both) this.#types(path(name), old, now);
    for (const [name, old, now] of both) this.#values(path(name), old, now);
    for (const [name, one] of added) {
      if (!wanted(name)) continue;
      this.#tell(
        "contract/export-added",
        "minor",
        path(name),
        `${name} was added`,
        "Nobody used it before.",
        undefined,
        one,
      );
    }
  }

  /** Asks the compiler whether what looks the same is the same to it. What differs and was not explained is breaking. */
  confirm(
    before: ReadonlyMap<string, Exported>,
    after: ReadonlyMap<string, Exported>,
    wanted: (name: string) => boolean,
    same: boolean,
  ): void {
    const { checker } = this.#surfaces;
    // Unique symbols and constant enums of two declarations never fit each other.
    const alien = /unique symbol|const enum/;
    for (const [name, old] of before) {
      const now = after.get(name);
      if (!now || !wanted(name)) continue;
      if (this.#profile === "experimental" && isExperimental(old.symbol)) continue;
      if ([old, now].some((one) => alien.test(declarationsOf(one.symbol, this.#surfaces)))) continue;
      const pairs: [ts.Type, ts.Type][] = [];
      // Classes and enums changed in ways that were told are never assignable as a whole.
      const isWhole = same || meaningOf(old).type === undefined;
      if (isWhole && meaningOf(old).value)
        pairs.push([checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol)]);
      if (same && meaningOf(old).type && this.#walk.parametersOf(old.symbol).length === 0) {
        pairs.push([checker.getDeclaredTypeOfSymbol(old.symbol), checker.getDeclaredTypeOfSymbol(now.symbol)]);
      }
      if (
        pairs.every(
          ([one, other]) => checker.isTypeAssignableTo(other, one) && (!same || checker.isTypeAssignableTo(one, other)),
        )
      ) {
        continue;
      }
      const message = `${name} is not the same to TypeScript, and fedseal cannot say why`;
      const because = "What is not understood counts as breaking.";
      this.#tell("contract/unclassified", "major", name, message, because, old, now);
    }
  }

  #isSame(old: Exported, now: Exported): boolean {
    const { checker } = this.#surfaces;
    const [before, after] = [meaningOf(old), meaningOf(now)];
    if (before.value !== after.value || before.type !== after.type || before.namespace !== after.namespace)
      return false;
    const types =
      before.type === undefined ||
      this.#walk.same(checker.getDeclaredTypeOfSymbol(old.symbol), checker.getDeclaredTypeOfSymbol(now.symbol));
    return (
      types &&
      (!before.value || this.#walk.same(checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol)))
    );
  }

  #isRename(old: Exported, now: Exported): boolean {
    const [before, after] = [meaningOf(old), meaningOf(now)];
    if (before.value !== after.value || before.type !== after.type) return false;
    const { checker } = this.#surfaces;
    if (before.type)
      return this.#walk.same(checker.getDeclaredTypeOfSymbol(old.symbol), checker.getDeclaredTypeOfSymbol(now.symbol));
    return before.value && this.#walk.same(checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol));
  }

  #meanings(path: string, old: Exported, now: Exported): void {
    const before = meaningOf(old);
    const after = meaningOf(now);
    const name = path.split(".").at(-1) ?? path;
    const kind = (level: Level, because: string) =>
      this.#tell(
        "contract/export-kind-changed",
        level,
        path,
        `${name} was ${wordOf(before)} and is ${wordOf(after)}`,
        because,
        old,
        now,
      );
    if (before.value && !after.value)
      return kind("major", `'${name}' only refers to a type, but is being used as a value here.`);
    if (before.type && !after.type)
      return kind("major", `'${name}' refers to a value, but is being used as a type here.`);
    if (before.namespace && !after.namespace) return kind("major", `Cannot find namespace '${name}', nor add to it.`);
    if (!before.type && after.type && before.value)
      return kind(
        "major",
        `A type that a consumer declares by the name '${name}' beside its import conflicts with it.`,
      );
    if (before.type && !before.value && after.value)
      return kind(
        "major",
        `A value that a consumer declares by the name '${name}' beside its import conflicts with it.`,
      );
    if (before.type === "interface" && after.type === "alias") {
      return this.#tell(
        "contract/interface-became-alias",
        "major",
        path,
        `the interface ${name} is a type alias now`,
        `Code that extends it by declaring it again no longer compiles: duplicate identifier '${name}'.`,
        old,
        now,
      );
    }
    if (before.type !== after.type && (before.type === "class" || before.type === "enum" || after.type === "enum")) {
      return kind("major", "Code that uses what only the former has no longer compiles.");
    }
    if (before.type === "alias" && after.type === "interface") {
      return kind(
        "major",
        "An interface is not assignable to a type with an index signature, `Record<string, unknown>` for one.",
      );
    }
    const isFunction = ({ symbol }: Exported) => (symbol.flags & SymbolFlags.Function) !== 0;
    if (isFunction(old) !== isFunction(now) && before.value && after.value && !before.type && !after.type) {
      const { checker } = this.#surfaces;
      const callable = ({ symbol }: Exported) => checker.getTypeOfSymbol(symbol).getCallSignatures().length > 0;
      if (isFunction(old) && callable(now)) {
        this.#tell(
          "contract/function-became-constant",
          "major",
          path,
          `the function ${name} is a constant now`,
          `Code that adds to it (\`namespace ${name}\`) no longer compiles.`,
          old,
          now,
        );
      } else if (isFunction(now) && callable(old)) {
        this.#tell(
          "contract/function-became-constant",
          "minor",
          path,
          `the constant ${name} is a function now`,
          "Calls do not see it; it can be added to.",
          old,
          now,
        );
      }
    }
    const isVariable = ({ symbol }: Exported) => {
      const declaration = symbol.valueDeclaration;
      return (
        declaration !== undefined &&
        ts.isVariableDeclaration(declaration) &&
        !(ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.Const)
      );
    };
    if (isVariable(old) !== isVariable(now) && before.value && after.value) {
      this.#tell(
        "contract/export-kind-changed",
        "patch",
        path,
        `${name} is ${isVariable(now) ? "a variable" : "a constant"} now`,
        "Nobody can assign to an import.",
        old,
        now,
      );
    }
  }

  #types(path: string, old: Exported, now: Exported): void {
    const before = meaningOf(old);
    const after = meaningOf(now);
    if (!before.type || !after.type) return;
    const { checker } = this.#surfaces;
    const polarity = this.#polarities.get(nameOf(old.symbol)) ?? "both";
    const at = {
      path,
      polarity,
      writable: false,
      old: declarationOf(old.symbol),
      now: declarationOf(now.symbol),
    } as const;
    if (before.type === "enum" && after.type === "enum") return this.#walk.enumMembers(old.symbol, now.symbol, at);
    this.#walk.typeParameters(this.#walk.parametersOf(old.symbol), this.#walk.parametersOf(now.symbol), at);
    this.#abstract(path, old, now);
    this.#walk.types(checker.getDeclaredTypeOfSymbol(old.symbol), checker.getDeclaredTypeOfSymbol(now.symbol), at);
  }

  #abstract(path: string, old: Exported, now: Exported): void {
    const isAbstract = ({ symbol }: Exported) =>
      symbol.declarations?.some(
        (one) => ts.isClassLike(one) && ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract,
      ) ?? false;
    if (isAbstract(now) && !isAbstract(old)) {
      this.#tell(
        "contract/class-not-constructible",
        "major",
        path,
        "the class is abstract now",
        "Cannot create an instance of an abstract class.",
        old,
        now,
      );
    } else if (isAbstract(old) && !isAbstract(now)) {
      this.#tell(
        "contract/class-not-constructible",
        "minor",
        path,
        "the class can be constructed now",
        "More is possible with it.",
        old,
        now,
      );
    }
  }

  #values(path: string, old: Exported, now: Exported): void {
    const before = meaningOf(old);
    const after = meaningOf(now);
    if (before.namespace && after.namespace) this.#namespaces(path, old, now);
    if (!before.value || !after.value || before.type === "enum" || after.type === "enum") return;
    const { checker } = this.#surfaces;
    this.#walk.types(checker.getTypeOfSymbol(old.symbol), checker.getTypeOfSymbol(now.symbol), {
      path,
      polarity: "output",
      writable: false,
      old: declarationOf(old.symbol),
      now: declarationOf(now.symbol),
    });
  }

  #namespaces(path: string, old: Exported, now: Exported): void {
    const { checker, isLocal } = this.#surfaces;
    const pair = `${path}`;
    if (old.symbol === now.symbol || this.#met.has(pair)) return;
    this.#met.add(pair);
    // A namespace of a package: known by its name.
    if (!old.symbol.declarations?.some(isLocal) && !now.symbol.declarations?.some(isLocal)) {
      const packageBehind = ({ symbol }: Exported) =>
        packageOf(symbol.declarations?.[0]?.getSourceFile().fileName ?? "");
      if (packageBehind(old) === packageBehind(now)) return;
    }
    this.all(namesOf(old.symbol, checker), namesOf(now.symbol, checker), path, () => true);
  }

  #tell(
    rule: string,
    level: Level,
    path: string,
    message: string,
    because: string,
    old: Exported | undefined,
    now: Exported | undefined,
  ): void {
    const place = (exported: Exported | undefined): Place | null => {
      const node = declarationOf(exported?.symbol);
      return node ? this.#surfaces.place(node) : null;
    };
    this.#walk.changes.push({ rule, export: path, level, message, because, old: place(old), new: place(now) });
  }
}
