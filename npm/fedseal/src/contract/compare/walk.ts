import ts from "typescript";
import { type Change, flip, type Level, type Polarity, type Undecided } from "./change.js";
import type { Surfaces } from "./program.js";
import { packageFile, packageOf } from "./program.js";
import {
  declarationOf,
  hasTypeParameter,
  isAny,
  isError,
  isMethod,
  isOptional,
  isReadonly,
  joinPath,
  LIBRARY,
  memberName,
  type Named,
  namedOf,
  nameOf,
} from "./types.js";

/** Where the walk is: what it is called, whose values it has, and whether a consumer may write to it. */
export interface At {
  path: string;
  polarity: Polarity;
  /** Whether the place is a property that a consumer may write to. */
  writable: boolean;
  /** Whether the place is a method of a class: TypeScript lets subclasses take narrower parameters. */
  method?: boolean;
  old?: ts.Node | undefined;
  now?: ts.Node | undefined;
}

/** A name of the surface → who makes values of it. */
export type Polarities = ReadonlyMap<string, Polarity>;

interface Setting {
  surfaces: Surfaces;
  polarities: Polarities;
  /** Ends the walk with an error once there is no time left. */
  tick(): void;
}

/**
 * Walks two types side by side and tells every difference at its cause. A pair that was met is not walked again, so that a
 * change of a type that many exports use is told once.
 */
export class Walk {
  readonly changes: Change[] = [];
  readonly undecided: Undecided[] = [];
  readonly #setting: Setting;
  readonly #checker: ts.TypeChecker;
  /** Pairs with the way they were met: each is told once. */
  #told = new Set<string>();
  /** Pairs that count as equal, because they are, or because their differences are told elsewhere. */
  #assumed = new Set<string>();
  /** Type parameters that stand for each other. */
  readonly #paired = new Set<string>();
  /** Verdicts of {@link same}. */
  readonly #verdicts = new Map<string, boolean>();
  /** Added type parameters with a default: what code that does not name them means. */
  readonly #defaults = new Map<ts.Type, ts.Type>();
  #probing = 0;
  #different = false;

  constructor(setting: Setting) {
    this.#setting = setting;
    this.#checker = setting.surfaces.checker;
  }

  /** Compares types; differences land in `changes`. */
  types(old: ts.Type, present: ts.Type, at: At): void {
    const now = this.#defaults.get(present) ?? present;
    if (this.#different || old === now) return;
    this.#setting.tick();
    const pair = `${id(old)}:${id(now)}`;
    if (this.#probing > 0) {
      if (this.#assumed.has(pair)) return;
      const known = this.#verdicts.get(pair);
      if (known === true) return;
      if (known === false) return this.#tell("contract/type-changed", "major", at, "", "");
    } else {
      if (this.#verdicts.get(pair) === true) return;
      const met = `${pair}:${at.polarity}:${at.writable}`;
      if (this.#told.has(met)) return;
      this.#told.add(met);
    }
    this.#assumed.add(pair);

    if (isError(old) || isError(now)) return this.#unknown(isError(old) ? "old" : "new", at);
    if (isAny(old) || isAny(now)) {
      if (isAny(old) && isAny(now)) return;
      return this.#any(old, now, at);
    }
    const oldName = namedOf(old, this.#setting.surfaces);
    const newName = namedOf(now, this.#setting.surfaces);
    if (oldName && newName && this.#named(oldName, newName, old, now, at)) return;
    const here = this.#placed(oldName, newName, at);

    if (old.flags & ts.TypeFlags.TypeParameter && now.flags & ts.TypeFlags.TypeParameter) {
      if (!this.#isPaired(old, now)) this.#changed(old, now, here);
      return;
    }
    if (old.flags & ts.TypeFlags.EnumLike && now.flags & ts.TypeFlags.EnumLike && this.#enums(old, now, here)) return;
    if (old.isUnion() || now.isUnion()) return this.#unions(old, now, here);
    if (old.isIntersection() && now.isIntersection() && this.#intersections(old, now, here)) return;
    if (isDeferred(old) || isDeferred(now)) return this.#deferred(old, now, here);
    if (isStructure(old) && isStructure(now)) return this.#structures(old, now, here);
    this.#leaf(old, now, here);
  }

  /** Whether nothing at all differs. */
  same(old: ts.Type, now: ts.Type): boolean {
    if (old === now) return true;
    const pair = `${id(old)}:${id(now)}`;
    const known = this.#verdicts.get(pair);
    if (known !== undefined) return known;
    const assumed = this.#assumed;
    const different = this.#different;
    this.#assumed = new Set(assumed);
    this.#different = false;
    this.#probing += 1;
    this.types(old, now, { path: "", polarity: "both", writable: true });
    this.#probing -= 1;
    const equal = !this.#different;
    const met = this.#assumed;
    this.#different = different;
    this.#assumed = assumed;
    if (!equal) this.#verdicts.set(pair, false);
    else if (this.#probing > 0) this.#assumed = met;
    else for (const one of met) if (!assumed.has(one)) this.#verdicts.set(one, true);
    return equal;
  }

  /** Type parameters of two declarations: they are paired by their place. */
  typeParameters(old: readonly ts.TypeParameter[], now: readonly ts.TypeParameter[], at: At, inferred = false): void {
    // By place; by name where one came in between.
    const moved =
      old.length < now.length && old.every((one) => now.some((other) => other.symbol.name === one.symbol.name));
    const counterpart = (one: ts.TypeParameter, index: number) =>
      moved ? now.find((other) => other.symbol.name === one.symbol.name) : now[index];
    const pairs = old.map((one, index) => [one, counterpart(one, index)] as const);
    const late = pairs.find(([, other], index) => other !== undefined && now.indexOf(other) !== index);
    if (late) {
      const [one] = late;
      const here = {
        ...at,
        path: `${at.path}<${one.symbol.name}>`,
        old: declarationOf(one.symbol),
        now: declarationOf(late[1]?.symbol),
      };
      this.#tell(
        "contract/type-parameter-added",
        "major",
        here,
        `a type parameter was put before ${one.symbol.name}`,
        `Code that names the type arguments (\`${at.path}<…>\`) means others now.`,
      );
    }
    const more = now.filter((one) => !pairs.some(([, other]) => other === one));
    for (const [one, other] of pairs) if (other) this.#paired.add(`${id(one)}:${id(other)}`);
    for (const added of more) {
      const standard = added.getDefault();
      if (standard) this.#defaults.set(added, standard);
    }
    for (const [one, other] of pairs) {
      const path = `${at.path}<${one.symbol.name}>`;
      const here = {
        ...at,
        path,
        polarity: at.polarity,
        old: declarationOf(one.symbol),
        now: declarationOf(other?.symbol),
      };
      if (!other) {
        this.#tell(
          "contract/type-parameter-removed",
          "major",
          here,
          `the type parameter ${one.symbol.name} is gone`,
          `Code that names it (\`${at.path}<…>\`) no longer compiles.`,
        );
        continue;
      }
      this.#constraints(one, other, here, inferred);
      this.#modifiers(one, other, here);
      const oldDefault = one.getDefault();
      const newDefault = other.getDefault();
      if (oldDefault && !newDefault) {
        this.#tell(
          "contract/type-parameter-default",
          "major",
          here,
          `the type parameter ${one.symbol.name} has no default any more`,
          `Code that left it out no longer compiles.`,
        );
      } else if (!oldDefault && newDefault) {
        this.#tell(
          "contract/type-parameter-default",
          "minor",
          here,
          `the type parameter ${one.symbol.name} has a default now`,
          "It may be left out.",
        );
      } else if (oldDefault && newDefault && this.#isCounterpart(oldDefault, newDefault)) {
        this.types(oldDefault, newDefault, { ...here, polarity: "both" });
      } else if (oldDefault && newDefault && !this.same(oldDefault, newDefault)) {
        this.#tell(
          "contract/type-parameter-default",
          "major",
          here,
          `the default of the type parameter ${one.symbol.name} changed from ${this.#text(oldDefault)} to ${this.#text(newDefault)}`,
          "Code that left it out means another type now.",
        );
      }
    }
    for (const added of more) {
      const here = { ...at, path: `${at.path}<${added.symbol.name}>`, now: declarationOf(added.symbol) };
      if (added.getDefault()) {
        this.#tell(
          "contract/type-parameter-added",
          "minor",
          here,
          `a type parameter ${added.symbol.name} with a default was added`,
          "Nobody has to name it.",
        );
      } else {
        this.#tell(
          "contract/type-parameter-added",
          "major",
          here,
          `a type parameter ${added.symbol.name} without a default was added`,
          `Code that names the type arguments (\`${at.path}<…>\`) no longer compiles.`,
        );
      }
    }
  }

  /** `const`, `in` and `out` in front of a type parameter. */
  #modifiers(old: ts.TypeParameter, now: ts.TypeParameter, at: At): void {
    const words = (type: ts.TypeParameter) =>
      (type.symbol.declarations ?? []).flatMap((one) =>
        ts.isTypeParameterDeclaration(one) ? (one.modifiers ?? []).map((modifier) => modifier.getText()) : [],
      );
    const before = new Set(words(old));
    const after = new Set(words(now));
    const added = [...after].filter((one) => !before.has(one));
    const gone = [...before].filter((one) => !after.has(one));
    if (added.length === 0 && gone.length === 0) return;
    const infers = before.has("const") !== after.has("const");
    const level: Level = added.length > 0 || infers ? "major" : "minor";
    const message =
      added.length > 0
        ? `the type parameter ${old.symbol.name} is \`${added.join(" ")}\` now`
        : `the type parameter ${old.symbol.name} is not \`${gone.join(" ")}\` any more`;
    const because = infers
      ? "Calls infer another type for it."
      : level === "major"
        ? "Fewer types are assignable to each other than were."
        : "More types are assignable to each other.";
    this.#tell("contract/type-parameter-modifier", level, at, message, because);
  }

  #constraints(old: ts.TypeParameter, now: ts.TypeParameter, at: At, inferred: boolean): void {
    const before = old.getConstraint();
    const after = now.getConstraint();
    if (inferred && keepsLiterals(before) && !keepsLiterals(after)) {
      const message = `the type parameter ${old.symbol.name} is not held to ${before ? this.#text(before) : ""} any more`;
      return this.#tell(
        "contract/type-parameter-constraint",
        "major",
        at,
        message,
        "Calls infer a wider type for it than the literal that was given.",
      );
    }
    if (before && after) {
      if (this.same(before, after)) return;
      if (this.#isCounterpart(before, after)) return this.types(before, after, { ...at, polarity: "both" });
      const fits = this.#fits(before, after) && at.polarity !== "input";
      const level = fits ? "minor" : "major";
      this.#tell(
        "contract/type-parameter-constraint",
        level,
        at,
        `the constraint of ${old.symbol.name} changed from ${this.#text(before)} to ${this.#text(after)}`,
        fits
          ? "More types are accepted."
          : `Type '${this.#text(before)}' is not assignable to type '${this.#text(after)}'.`,
      );
    } else if (after && !(after.flags & ts.TypeFlags.Unknown)) {
      this.#tell(
        "contract/type-parameter-constraint",
        "major",
        at,
        `the type parameter ${old.symbol.name} has to be ${this.#text(after)} now`,
        "Type arguments that were fine no longer are.",
      );
    } else if (before && !(before.flags & ts.TypeFlags.Unknown)) {
      this.#tell(
        "contract/type-parameter-constraint",
        "minor",
        at,
        `the type parameter ${old.symbol.name} may be any type now`,
        "More types are accepted.",
      );
    }
  }

  #isPaired(old: ts.Type, now: ts.Type): boolean {
    if (this.#paired.has(`${id(old)}:${id(now)}`)) return true;
    // The `this` types of two classes or interfaces that are being compared.
    return isThis(old) && isThis(now);
  }

  /** Types that have names on both sides. True when nothing is left to compare. */
  #named(old: Named, now: Named, oldType: ts.Type, newType: ts.Type, at: At): boolean {
    if (old.package !== undefined && old.package === now.package && old.name === now.name && isSameHome(old, now)) {
      // A package's type is known by its name; whether its version moved is compared where it is recorded.
      if (old.args.length !== now.args.length) return false;
      if (old.args.every((one, index) => this.same(one, now.args[index] as ts.Type))) return true;
      const element = ELEMENTS.get(old.name);
      if (old.package === LIBRARY && element !== undefined && old.args.length === now.args.length) {
        for (const [index, one] of old.args.entries()) {
          const written = WRITTEN.has(old.name) || (old.name === "ReadonlyMap" && index === 0);
          const polarity = written ? "both" : at.polarity;
          this.types(one, now.args[index] as ts.Type, { ...at, polarity, path: at.path + element, writable: written });
        }
        return true;
      }
      if (old.symbol === now.symbol) return false;
      // Another version of the package: what its type is made of is not what this surface promises.
      for (const [index, one] of old.args.entries()) {
        const polarity = "both";
        this.types(one, now.args[index] as ts.Type, { ...at, polarity, path: `${at.path}<${index}>`, writable: false });
      }
      return true;
    }
    if (old.package !== undefined && now.package !== undefined) {
      this.#leaf(oldType, newType, at);
      return true;
    }
    if (old.package !== now.package || (old.package !== undefined && old.name !== now.name)) {
      // One package's type became another's, or the remote's own: different things that may have the same shape.
      return false;
    }
    if (old.name === now.name && oldType.symbol && newType.symbol) {
      this.#nominality(oldType, newType, this.#placed(old, now, at));
    }
    return false;
  }

  /** A class that object literals fitted, and that they fit no more. */
  #nominality(old: ts.Type, now: ts.Type, at: At): void {
    const { isNominal } = this.#setting.surfaces;
    const was = old.symbol.declarations?.some(isNominal) ?? false;
    const is = now.symbol.declarations?.some(isNominal) ?? false;
    if (was === is) return;
    const here = { ...at, old: declarationOf(old.symbol), now: declarationOf(now.symbol) };
    if (is) {
      this.#tell(
        "contract/class-became-nominal",
        "major",
        here,
        `the class ${at.path} has private or protected members now`,
        "Objects that only look like it, other implementations and test doubles among them, are no longer assignable to it.",
      );
    } else {
      this.#tell(
        "contract/class-became-nominal",
        "minor",
        here,
        `the class ${at.path} has no private or protected members any more`,
        "Objects that look like it are assignable to it now.",
      );
    }
  }

  /** What has a name is told under it, by all its uses. */
  #placed(old: Named | undefined, now: Named | undefined, at: At): At {
    if (!old || !now || old.package !== undefined || now.package !== undefined || old.name !== now.name) return at;
    const polarity = this.#setting.polarities.get(old.name) ?? at.polarity;
    return {
      path: old.name,
      polarity,
      writable: false,
      old: declarationOf(old.symbol),
      now: declarationOf(now.symbol),
    };
  }

  #unions(old: ts.Type, now: ts.Type, at: At): void {
    const before = old.isUnion() ? [...old.types] : [old];
    const after = now.isUnion() ? [...now.types] : [now];
    for (let index = before.length - 1; index >= 0; index--) {
      const one = before[index] as ts.Type;
      const found = after.findIndex((other) => this.same(one, other));
      if (found < 0) continue;
      before.splice(index, 1);
      after.splice(found, 1);
    }
    if (before.length === 0 && after.length === 0) return;
    if (this.#probing > 0) return this.#tell("contract/type-changed", "major", at, "", "");
    // What has the same name, or is told apart by the same literal, is the same member, changed.
    for (let index = before.length - 1; index >= 0; index--) {
      const one = before[index] as ts.Type;
      const found = after.findIndex((other) => this.#isCounterpart(one, other));
      if (found < 0) continue;
      const other = after[found] as ts.Type;
      before.splice(index, 1);
      after.splice(found, 1);
      this.types(one, other, at);
    }
    if (before.length === 0 && after.length === 0) return;
    if (before.length === 1 && after.length === 1) {
      const [one] = before as [ts.Type];
      const [other] = after as [ts.Type];
      if (
        isStructure(one) &&
        isStructure(other) &&
        !namedOf(one, this.#setting.surfaces) &&
        !namedOf(other, this.#setting.surfaces)
      ) {
        return this.types(one, other, at);
      }
    }
    const gone = before.filter((one) => !this.#fits(one, now));
    const come = after.filter((one) => !this.#fits(one, old));
    if (gone.length === 0 && come.length === 0) {
      // `string | "a"`: both say the same.
      return this.#tell(
        "contract/type-changed",
        "patch",
        at,
        `${this.#text(old)} is written ${this.#text(now)} now`,
        "Every value of the one is one of the other.",
      );
    }
    if (gone.length > 0 && come.length > 0) return this.#changed(old, now, at);
    if (come.length > 0) this.#widened(old, now, come, at);
    else this.#narrowed(old, now, gone, at);
  }

  #isCounterpart(old: ts.Type, now: ts.Type): boolean {
    const oldName = namedOf(old, this.#setting.surfaces);
    const newName = namedOf(now, this.#setting.surfaces);
    if (oldName && newName && oldName.name === newName.name && oldName.package === newName.package) return true;
    if (oldName?.package !== undefined || newName?.package !== undefined) return false;
    if (!isStructure(old) || !isStructure(now)) return false;
    const literals = new Map<string, ts.Type>();
    for (const property of this.#checker.getPropertiesOfType(old)) {
      const type = this.#checker.getTypeOfSymbol(property);
      if (type.flags & ts.TypeFlags.Literal) literals.set(property.name, type);
    }
    for (const property of this.#checker.getPropertiesOfType(now)) {
      const type = this.#checker.getTypeOfSymbol(property);
      const before = literals.get(property.name);
      if (before && type.flags & ts.TypeFlags.Literal && this.same(before, type)) return true;
    }
    const calls = (type: ts.Type) => type.getCallSignatures().length > 0;
    return calls(old) && calls(now);
  }

  /** True when the members could be paired. */
  #intersections(old: ts.IntersectionType, now: ts.IntersectionType, at: At): boolean {
    if (isStructureOnly(old) && isStructureOnly(now)) return false;
    if (old.types.length !== now.types.length) return false;
    const left = [...now.types];
    for (const one of old.types) {
      const found = left.findIndex((other) => this.same(one, other));
      if (found >= 0) left.splice(found, 1);
    }
    if (left.length === 0) return true;
    for (const [index, one] of old.types.entries()) this.types(one, now.types[index] as ts.Type, at);
    return true;
  }

  /** What TypeScript resolves at the use only: compared as it is written, and so are the types that it mentions. */
  #deferred(old: ts.Type, now: ts.Type, at: At): void {
    if (old.flags & ts.TypeFlags.Index && now.flags & ts.TypeFlags.Index) {
      return this.types((old as ts.IndexType).type, (now as ts.IndexType).type, { ...at, polarity: "both" });
    }
    if (old.flags & ts.TypeFlags.IndexedAccess && now.flags & ts.TypeFlags.IndexedAccess) {
      const [one, other] = [old as ts.IndexedAccessType, now as ts.IndexedAccessType];
      this.types(one.objectType, other.objectType, { ...at, polarity: "both" });
      return this.types(one.indexType, other.indexType, { ...at, polarity: "both" });
    }
    if (old.flags & ts.TypeFlags.TemplateLiteral && now.flags & ts.TypeFlags.TemplateLiteral) {
      const [one, other] = [old as ts.TemplateLiteralType, now as ts.TemplateLiteralType];
      if (
        one.texts.join("\0") === other.texts.join("\0") &&
        one.types.every((type, index) => this.same(type, other.types[index] as ts.Type))
      )
        return;
      return this.#leaf(old, now, at);
    }
    if (old.flags & ts.TypeFlags.StringMapping && now.flags & ts.TypeFlags.StringMapping) {
      const [one, other] = [old as ts.StringMappingType, now as ts.StringMappingType];
      if (one.symbol.name === other.symbol.name && this.same(one.type, other.type)) return;
      return this.#leaf(old, now, at);
    }
    const oldNode = nodeOf(old);
    const newNode = nodeOf(now);
    if (oldNode && newNode && oldNode.kind === newNode.kind) {
      if (old.flags & ts.TypeFlags.Conditional && now.flags & ts.TypeFlags.Conditional) {
        const [one, other] = [old as ts.ConditionalType, now as ts.ConditionalType];
        const probe = { ...at, polarity: "both" } as const;
        if (!this.same(one.checkType, other.checkType)) this.types(one.checkType, other.checkType, probe);
        this.#inferred(one.root, other.root);
        if (!this.same(one.extendsType, other.extendsType)) return this.#changed(old, now, at);
      }
      if (this.#nodes(oldNode, newNode, at)) return;
    }
    this.#changed(old, now, at);
  }

  #inferred(old: ts.ConditionalRoot, now: ts.ConditionalRoot): void {
    for (const [index, one] of (old.inferTypeParameters ?? []).entries()) {
      const other = now.inferTypeParameters?.[index];
      if (other) this.#paired.add(`${id(one)}:${id(other)}`);
    }
  }

  /** Two type nodes, word for word but for what the names in them stand for. False when they are written differently. */
  #nodes(old: ts.Node, now: ts.Node, at: At): boolean {
    if (old.kind !== now.kind) return false;
    if (ts.isTypeReferenceNode(old) && ts.isTypeReferenceNode(now)) {
      const one = this.#checker.getTypeFromTypeNode(old);
      const other = this.#checker.getTypeFromTypeNode(now);
      const parameters = (one.flags & other.flags & ts.TypeFlags.TypeParameter) !== 0;
      if (parameters) return this.#isPaired(one, other) || old.getText() === now.getText();
      const oldName = this.#checker.getSymbolAtLocation(old.typeName)?.name;
      const newName = this.#checker.getSymbolAtLocation(now.typeName)?.name;
      if (oldName !== newName) return this.same(one, other);
      const before = old.typeArguments ?? [];
      const after = now.typeArguments ?? [];
      if (before.length !== after.length || !this.#isSameName(old.typeName, now.typeName)) return false;
      this.#declared(old.typeName, now.typeName, at);
      return before.every((arg, index) => this.#nodes(arg, after[index] as ts.Node, at));
    }
    if (ts.isTypeQueryNode(old) || ts.isImportTypeNode(old)) {
      return this.same(
        this.#checker.getTypeFromTypeNode(old as ts.TypeNode),
        this.#checker.getTypeFromTypeNode(now as ts.TypeNode),
      );
    }
    if (ts.isTypeParameterDeclaration(old) && ts.isTypeParameterDeclaration(now)) {
      const one = this.#checker.getTypeAtLocation(old);
      const other = this.#checker.getTypeAtLocation(now);
      this.#paired.add(`${id(one)}:${id(other)}`);
    }
    if (ts.isTypeOperatorNode(old) && ts.isTypeOperatorNode(now) && old.operator !== now.operator) return false;
    if (ts.isPrefixUnaryExpression(old) && ts.isPrefixUnaryExpression(now) && old.operator !== now.operator)
      return false;
    const before = childrenOf(old);
    const after = childrenOf(now);
    if (before.length === 0 && after.length === 0) return old.getText() === now.getText() || isBinding(old);
    return (
      before.length === after.length && before.every((child, index) => this.#nodes(child, after[index] as ts.Node, at))
    );
  }

  /** Whether a name stands for the side's own on both sides, or for the same of the same package. */
  #isSameName(old: ts.EntityName, now: ts.EntityName): boolean {
    const one = this.#resolved(old);
    const other = this.#resolved(now);
    if (!one || !other || one === other) return one === other;
    const { isLocal, isLibrary } = this.#setting.surfaces;
    const homeOf = ({ declarations = [] }: ts.Symbol): string => {
      if (declarations.some(isLocal)) return "";
      const [declaration] = declarations;
      if (!declaration) return "?";
      return isLibrary(declaration) ? LIBRARY : (packageOf(declaration.getSourceFile().fileName) ?? "?");
    };
    return homeOf(one) === homeOf(other);
  }

  /** Declared types behind two mentions of the same name. */
  #declared(old: ts.EntityName, now: ts.EntityName, at: At): void {
    const one = this.#resolved(old);
    const other = this.#resolved(now);
    if (!one || !other || !one.declarations?.some(this.#setting.surfaces.isLocal)) return;
    this.#walkDeclared(one, other, { ...at, polarity: "both", writable: false });
  }

  #resolved(node: ts.Node): ts.Symbol | undefined {
    const symbol = this.#checker.getSymbolAtLocation(node);
    return symbol && symbol.flags & ts.SymbolFlags.Alias ? this.#checker.getAliasedSymbol(symbol) : symbol;
  }

  #walkDeclared(old: ts.Symbol, now: ts.Symbol, at: At): void {
    this.typeParameters(this.parametersOf(old), this.parametersOf(now), at);
    this.types(this.#checker.getDeclaredTypeOfSymbol(old), this.#checker.getDeclaredTypeOfSymbol(now), at);
  }

  /** The type parameters of an interface, class or alias. */
  parametersOf(symbol: ts.Symbol): ts.TypeParameter[] {
    for (const declaration of symbol.declarations ?? []) {
      if (
        ts.isInterfaceDeclaration(declaration) ||
        ts.isClassLike(declaration) ||
        ts.isTypeAliasDeclaration(declaration)
      ) {
        return (declaration.typeParameters ?? []).map(
          (one) => this.#checker.getTypeAtLocation(one) as ts.TypeParameter,
        );
      }
    }
    return [];
  }

  #structures(old: ts.Type, now: ts.Type, at: At): void {
    const checker = this.#checker;
    if (checker.isTupleType(old) || checker.isTupleType(now)) return this.#tuples(old, now, at);
    if (isMapped(old) && isMapped(now) && (isGenericMapped(old) || isGenericMapped(now))) {
      const one = nodeOf(old);
      const other = nodeOf(now);
      if (one && other && ts.isMappedTypeNode(one) && ts.isMappedTypeNode(other))
        return this.#mapped(one, other, old, now, at);
      if (one && other && this.#nodes(one, other, at)) return;
      return this.#changed(old, now, at);
    }
    const isArray = (type: ts.Type) =>
      namedOf(type, this.#setting.surfaces)?.package === LIBRARY && ELEMENTS.has(type.symbol?.name);
    if (isArray(old) !== isArray(now) || (isArray(old) && old.symbol.name !== now.symbol.name))
      return this.#leaf(old, now, at);

    const before = checker.getSignaturesOfType(old, ts.SignatureKind.Call);
    const after = checker.getSignaturesOfType(now, ts.SignatureKind.Call);
    const made = checker.getSignaturesOfType(old, ts.SignatureKind.Construct);
    const making = checker.getSignaturesOfType(now, ts.SignatureKind.Construct);
    const kind = (calls: number, constructs: number) => (calls > 0 ? "function" : constructs > 0 ? "class" : "object");
    if (kind(before.length, made.length) !== kind(after.length, making.length)) return this.#changed(old, now, at);
    this.#signatures(before, after, at);
    this.#signatures(made, making, made.length > 0 && at.path !== "" ? { ...at, path: `new ${at.path}` } : at);
    this.#properties(old, now, at);
    this.#indexes(old, now, at);
  }

  /** Mapped types whose keys are known at their use only. */
  #mapped(one: ts.MappedTypeNode, other: ts.MappedTypeNode, old: ts.Type, now: ts.Type, at: At): void {
    const word = (token: ts.Node | undefined) => token?.getText() ?? "";
    const pairs: [ts.Node | undefined, ts.Node | undefined][] = [
      [one.typeParameter, other.typeParameter],
      [one.nameType, other.nameType],
      [one.type, other.type],
    ];
    const same =
      pairs.every(([a, b]) => (a && b ? this.#nodes(a, b, at) : a === b)) &&
      word(one.questionToken) === word(other.questionToken);
    if (!same) return this.#changed(old, now, at);
    const [before, after] = [word(one.readonlyToken), word(other.readonlyToken)];
    if (before === after) return;
    const level: Level =
      at.polarity !== "input" && after !== "-readonly" && before !== "readonly" && before !== "+readonly"
        ? "major"
        : "minor";
    this.#tell(
      "contract/property-became-readonly",
      level,
      at,
      `its properties are ${level === "major" ? "read-only" : "writable"} now`,
      level === "major" ? "Cannot assign to a read-only property." : "More is possible with it.",
    );
  }

  #tuples(old: ts.Type, now: ts.Type, at: At): void {
    const checker = this.#checker;
    if (!checker.isTupleType(old) || !checker.isTupleType(now)) return this.#leaf(old, now, at);
    const [one, other] = [old as ts.TupleTypeReference, now as ts.TupleTypeReference];
    const before = checker.getTypeArguments(one);
    const after = checker.getTypeArguments(other);
    const flags = (type: ts.TupleTypeReference) => type.target.elementFlags.join();
    if (flags(one) !== flags(other) || one.target.readonly !== other.target.readonly)
      return this.#leaf(old, now, at, true);
    for (const [index, type] of before.entries()) {
      this.types(type, after[index] as ts.Type, {
        ...at,
        path: `${at.path}[${index}]`,
        writable: !one.target.readonly,
      });
    }
  }

  #properties(old: ts.Type, now: ts.Type, at: At): void {
    const checker = this.#checker;
    const before = new Map(checker.getPropertiesOfType(old).map((one) => [memberName(one), one]));
    const after = new Map(checker.getPropertiesOfType(now).map((one) => [memberName(one), one]));
    for (const [name, property] of before) {
      if (isInvisible(property)) continue;
      const other = after.get(name);
      const here: At = {
        path: joinPath(at.path, name),
        polarity: at.polarity,
        writable: !isReadonly(property) && !isMethod(property),
        method: isClassMethod(property) && other !== undefined && isClassMethod(other),
        old: declarationOf(property),
        now: declarationOf(other),
      };
      if (!other || isInvisible(other)) {
        this.#tell(
          "contract/property-removed",
          "major",
          { ...here, now: at.now },
          `${name} was removed`,
          `Property '${name}' does not exist on type '${this.#text(now)}'.`,
        );
      } else {
        this.#property(property, other, here);
      }
      if (this.#different) return;
    }
    for (const [name, property] of after) {
      if (before.has(name) || isInvisible(property)) continue;
      const here: At = {
        path: joinPath(at.path, name),
        polarity: at.polarity,
        writable: false,
        old: at.old,
        now: declarationOf(property),
      };
      if (isAbstract(property)) {
        const because = `Non-abstract subclasses do not implement inherited abstract member ${name}.`;
        this.#tell("contract/required-property-added", "major", here, `${name} was added and is abstract`, because);
      } else if (isOptional(property)) {
        this.#tell(
          "contract/property-added",
          "minor",
          here,
          `the optional ${name} was added`,
          "Nobody has to give it.",
        );
      } else if (at.polarity === "output" || this.#isGiven(old)) {
        this.#tell(
          "contract/property-added",
          "minor",
          here,
          `${name} was added`,
          "Only the remote makes values of this type.",
        );
      } else {
        this.#tell(
          "contract/required-property-added",
          "major",
          here,
          `${name} was added and has to be given`,
          `Property '${name}' is missing in type '${this.#text(old)}' but required in type '${this.#text(now)}'.`,
        );
      }
      if (this.#different) return;
    }
  }

  /** Types of which nobody but the remote can make values: classes that no literal fits. */
  #isGiven(type: ts.Type): boolean {
    return type.symbol?.declarations?.some(this.#setting.surfaces.isNominal) ?? false;
  }

  #property(old: ts.Symbol, now: ts.Symbol, at: At): void {
    const { surfaces } = this.#setting;
    const name = memberName(old);
    const shield = (symbol: ts.Symbol) => symbol.declarations?.some(surfaces.isProtected) ?? false;
    if (shield(old) !== shield(now)) {
      const hidden = shield(now);
      this.#tell(
        "contract/member-visibility",
        "major",
        at,
        `${name} is ${hidden ? "protected" : "public"} now`,
        hidden
          ? `Property '${name}' is protected and only accessible within the class and its subclasses.`
          : "Subclasses that override it as protected no longer compile.",
      );
    }
    if (isAbstract(now) && !isAbstract(old)) {
      this.#tell(
        "contract/class-not-constructible",
        "major",
        at,
        `${name} is abstract now`,
        "Subclasses that relied on it have to implement it.",
      );
    }
    if (isReadonly(old) !== isReadonly(now)) {
      if (isReadonly(now) && at.polarity !== "input") {
        this.#tell(
          "contract/property-became-readonly",
          "major",
          at,
          `${name} is read-only now`,
          `Cannot assign to '${name}' because it is a read-only property.`,
        );
      } else {
        this.#tell(
          "contract/property-became-readonly",
          "minor",
          at,
          `${name} is ${isReadonly(now) ? "read-only" : "writable"} now`,
          isReadonly(now) ? "Consumers only give values of this type." : "More is possible with it.",
        );
      }
    }
    this.#form(old, now, at);
    const optional = isOptional(now);
    if (isOptional(old) !== optional) this.#optionality(name, optional, at);
    const before = this.#read(old);
    const after = this.#read(now);
    this.types(before, after, at);
    if (now.flags & ts.SymbolFlags.SetAccessor && !isReadonly(old)) this.#written(old, now, at);
  }

  /** Method, accessor or property: the same to whoever reads it, but not to subclasses. */
  #form(old: ts.Symbol, now: ts.Symbol, at: At): void {
    const form = ({ flags }: ts.Symbol) =>
      flags & ts.SymbolFlags.Method ? "a method" : flags & ts.SymbolFlags.Accessor ? "an accessor" : "a property";
    const [before, after] = [form(old), form(now)];
    if (before === after) return;
    const owner = declarationOf(old)?.parent;
    const extensible = owner !== undefined && ts.isClassLike(owner);
    const level: Level = extensible || before === "a method" ? "major" : after === "a method" ? "minor" : "patch";
    const because = extensible
      ? `Classes that override it as ${before} no longer compile.`
      : before === "a method"
        ? "Parameters of properties are checked more strictly than those of methods."
        : "Whoever reads it sees no difference.";
    this.#tell("contract/member-form", level, at, `${memberName(old)} is ${after} now`, because);
  }

  #optionality(name: string, optional: boolean, at: At): void {
    const rule = optional ? "contract/property-became-optional" : "contract/property-became-required";
    if (optional) {
      const level: Level = at.polarity === "input" ? "minor" : "major";
      return this.#tell(
        rule,
        level,
        at,
        `${name} is optional now`,
        level === "minor" ? "It may be left out." : `'${name}' is possibly 'undefined'.`,
      );
    }
    const level: Level = at.polarity === "output" && !at.writable ? "minor" : "major";
    this.#tell(
      rule,
      level,
      at,
      `${name} is required now`,
      level === "minor"
        ? "It is always there."
        : at.polarity === "output"
          ? `Type 'undefined' is not assignable to '${name}', which may be written to.`
          : `Property '${name}' is missing where it was left out.`,
    );
  }

  /** Type of a property without what its question mark adds. */
  #read(symbol: ts.Symbol): ts.Type {
    const type = this.#checker.getTypeOfSymbol(symbol);
    return isOptional(symbol) ? withoutUndefined(type, this.#checker) : type;
  }

  /** What a setter takes may be more than what the getter gives. */
  #written(old: ts.Symbol, now: ts.Symbol, at: At): void {
    const taken = (symbol: ts.Symbol) => {
      const setter = symbol.declarations?.find(ts.isSetAccessor);
      const [parameter] = setter?.parameters ?? [];
      return parameter && this.#checker.getTypeAtLocation(parameter);
    };
    const before = taken(old) ?? this.#read(old);
    const after = taken(now);
    if (before && after) this.types(before, after, { ...at, polarity: "input", writable: false });
  }

  #indexes(old: ts.Type, now: ts.Type, at: At): void {
    const checker = this.#checker;
    const before = checker.getIndexInfosOfType(old);
    const after = [...checker.getIndexInfosOfType(now)];
    for (const info of before) {
      const found = after.findIndex((one) => this.same(info.keyType, one.keyType));
      const path = `${at.path}[${checker.typeToString(info.keyType)}]`;
      const here: At = {
        ...at,
        path,
        writable: !info.isReadonly,
        old: info.declaration,
        now: after[found]?.declaration,
      };
      if (found < 0) {
        this.#tell(
          "contract/index-signature-removed",
          "major",
          { ...here, now: at.now },
          `values by ${checker.typeToString(info.keyType)} are gone`,
          "Element implicitly has an 'any' type because the type has no such index signature.",
        );
        continue;
      }
      const [other] = after.splice(found, 1) as [ts.IndexInfo];
      if (info.isReadonly !== other.isReadonly) {
        const level: Level = other.isReadonly && at.polarity !== "input" ? "major" : "minor";
        this.#tell(
          "contract/property-became-readonly",
          level,
          here,
          `values by ${checker.typeToString(info.keyType)} are ${other.isReadonly ? "read-only" : "writable"} now`,
          level === "major" ? "Index signature only permits reading." : "More is possible with it.",
        );
      }
      this.types(info.type, other.type, here);
    }
    for (const info of after) {
      const here: At = { ...at, path: `${at.path}[${checker.typeToString(info.keyType)}]`, now: info.declaration };
      const level: Level = at.polarity === "output" ? "minor" : "major";
      this.#tell(
        "contract/index-signature-added",
        level,
        here,
        `values by ${checker.typeToString(info.keyType)} were added`,
        level === "minor"
          ? "More is possible with it."
          : "Interfaces and objects without one are no longer assignable to it.",
      );
    }
  }

  #signatures(old: readonly ts.Signature[], now: readonly ts.Signature[], at: At): void {
    if (old.length === 0 && now.length === 0) return;
    if (old.length === 1 && now.length === 1)
      return this.#signature(old[0] as ts.Signature, now[0] as ts.Signature, at);
    const after = [...now];
    const left: ts.Signature[] = [];
    const order: number[] = [];
    for (const one of old) {
      const found = after.findIndex((other) => this.#sameSignature(one, other));
      if (found < 0) {
        left.push(one);
        continue;
      }
      const [other] = after.splice(found, 1) as [ts.Signature];
      order.push(now.indexOf(other));
    }
    if (order.some((index, position) => position > 0 && index < (order[position - 1] as number))) {
      this.#tell(
        "contract/overload-order",
        "major",
        at,
        "the overloads have another order",
        "TypeScript takes the first that fits: the same call may mean another one now.",
      );
    }
    if (left.length === 1 && after.length === 1)
      return this.#signature(left[0] as ts.Signature, after[0] as ts.Signature, at);
    if (left.length === after.length) {
      for (const [index, one] of left.entries()) this.#signature(one, after[index] as ts.Signature, at);
      return;
    }
    const given = at.polarity !== "input";
    for (const one of left) {
      const here = { ...at, old: one.declaration ?? at.old };
      // What stands before the one that would take its calls may take them first.
      const open = now.slice(0, Math.max(1, now.findIndex((other) => after.includes(other)) + 1));
      const covered = this.#coveredBy(one, open);
      this.#tell(
        "contract/overload-removed",
        given && !covered ? "major" : "minor",
        here,
        `the overload ${this.#signatureText(one)} is gone`,
        given && !covered
          ? "No overload matches this call."
          : covered
            ? "Another one takes its calls."
            : "Consumers have less to implement.",
      );
    }
    const last = Math.max(-1, ...order);
    for (const other of after) {
      const here = { ...at, now: other.declaration ?? at.now };
      const before = now.indexOf(other) < last;
      const level: Level = at.polarity === "output" && !before ? "minor" : "major";
      this.#tell(
        "contract/overload-added",
        level,
        here,
        `the overload ${this.#signatureText(other)} was added${before ? " before another one" : ""}`,
        level === "minor"
          ? "Calls that were there mean what they meant."
          : before
            ? "TypeScript takes the first that fits: the same call may mean another one now."
            : "Implementations do not have it.",
      );
    }
  }

  #sameSignature(old: ts.Signature, now: ts.Signature): boolean {
    const different = this.#different;
    const assumed = this.#assumed;
    this.#assumed = new Set(assumed);
    this.#different = false;
    this.#probing += 1;
    this.#signature(old, now, { path: "", polarity: "both", writable: false });
    this.#probing -= 1;
    const equal = !this.#different;
    this.#different = different;
    this.#assumed = assumed;
    return equal;
  }

  /** Whether every call of one signature is a call of another one. */
  #coveredBy(one: ts.Signature, others: readonly ts.Signature[]): boolean {
    const checker = this.#checker;
    if (one.typeParameters?.length) return false;
    return others.some((other) => {
      if (other.typeParameters?.length || required(other) > required(one)) return false;
      if (checker.getTypePredicateOfSignature(one)) return false;
      if (other.parameters.length < one.parameters.length) return false;
      const fits = one.parameters.every((parameter, index) => {
        const wanted = other.parameters[index];
        return (
          wanted !== undefined &&
          checker.isTypeAssignableTo(checker.getTypeOfSymbol(parameter), checker.getTypeOfSymbol(wanted))
        );
      });
      return fits && checker.isTypeAssignableTo(other.getReturnType(), one.getReturnType());
    });
  }

  #signature(old: ts.Signature, now: ts.Signature, at: At): void {
    const here: At = { ...at, old: old.declaration ?? at.old, now: now.declaration ?? at.now };
    this.typeParameters(old.typeParameters ?? [], now.typeParameters ?? [], here, true);
    if (this.#constructibility(old, now, here)) return;
    this.#parameters(old, now, here);
    if (this.#different) return;
    const before = this.#checker.getTypePredicateOfSignature(old);
    const after = this.#checker.getTypePredicateOfSignature(now);
    const path = here.path === "" ? "" : `${here.path}()`;
    const result: At = { ...here, path, writable: false };
    if (before || after) {
      if (!before || !after || before.kind !== after.kind || before.parameterIndex !== after.parameterIndex) {
        const gained = !before && after !== undefined && at.polarity === "output" && after.type !== undefined;
        const text = gained
          ? "it is a type guard now"
          : before && !after
            ? "it is no type guard any more"
            : "it guards something else";
        this.#tell(
          "contract/type-guard",
          gained ? "minor" : "major",
          result,
          text,
          gained ? "Code may rely on it." : "Code that relied on what it proves no longer compiles.",
        );
        return;
      }
      if (before.type || after.type) {
        if (!before.type || !after.type) {
          this.#tell(
            "contract/type-guard",
            "major",
            result,
            "it proves something else",
            "Code that relied on what it proves no longer compiles.",
          );
        } else if (!this.same(before.type, after.type)) {
          this.#tell(
            "contract/type-guard",
            "major",
            result,
            `it proves ${this.#text(after.type)} in place of ${this.#text(before.type)}`,
            "Code that relied on what it proves may no longer compile.",
          );
        }
        return;
      }
    }
    this.#returns(old.getReturnType(), now.getReturnType(), result);
  }

  #returns(old: ts.Type, now: ts.Type, at: At): void {
    // The compiler has put the class in place of `this` by now.
    const [was, is] = [mentionsThis(at.old), mentionsThis(at.now)];
    if (was !== is) {
      const level: Level = at.polarity === "input" ? (is ? "major" : "minor") : is ? "minor" : "major";
      const message = is ? "it returns `this` now" : `it returns ${this.#text(now)} in place of \`this\``;
      this.#tell(
        "contract/this-changed",
        level,
        at,
        message,
        is ? "Subclasses get themselves back." : "Calls on a subclass lose what only the subclass has.",
      );
    }
    const isVoid = (type: ts.Type) => (type.flags & ts.TypeFlags.Void) !== 0;
    if (isVoid(old) !== isVoid(now) && !isAny(old) && !isAny(now)) {
      // A function that returns something is assignable to one that returns nothing.
      const gained = isVoid(old);
      const level: Level = at.polarity === (gained ? "output" : "input") ? "minor" : "major";
      const [before, after] = [this.#text(old), this.#text(now)];
      return this.#tell(
        gained ? "contract/type-narrowed" : "contract/type-widened",
        level,
        at,
        `it returns ${after} in place of ${before}`,
        level === "minor"
          ? "Nobody used what was not there."
          : `Type '${gained ? before : after}' is not assignable to type '${gained ? after : before}'.`,
      );
    }
    this.types(old, now, at);
  }

  /** Who may construct. True when there is nothing more to compare: what is private shows no parameters. */
  #constructibility(old: ts.Signature, now: ts.Signature, at: At): boolean {
    const isAbstractType = ({ declaration }: ts.Signature) =>
      declaration !== undefined &&
      ts.isConstructorTypeNode(declaration) &&
      (declaration.modifiers?.some((one) => one.kind === ts.SyntaxKind.AbstractKeyword) ?? false);
    if (isAbstractType(old) !== isAbstractType(now)) {
      const level: Level = isAbstractType(now) === (at.polarity !== "input") ? "major" : "minor";
      this.#tell(
        "contract/class-not-constructible",
        level,
        at,
        `it is ${isAbstractType(now) ? "" : "not "}abstract ${isAbstractType(now) ? "now" : "any more"}`,
        "Cannot create an instance of an abstract class.",
      );
    }
    const state = ({ declaration }: ts.Signature) => {
      const flags = declaration ? ts.getCombinedModifierFlags(declaration as ts.Declaration) : 0;
      return flags & ts.ModifierFlags.Private ? "private" : flags & ts.ModifierFlags.Protected ? "protected" : "public";
    };
    const order = ["private", "protected", "public"];
    const [before, after] = [state(old), state(now)];
    if (before === after) return before === "private";
    const major = order.indexOf(after) < order.indexOf(before);
    this.#tell(
      "contract/class-not-constructible",
      major ? "major" : "minor",
      at,
      `the constructor is ${after} now`,
      major
        ? `The constructor is ${after}: \`new\`${after === "private" ? " and `extends`" : ""} no longer compile.`
        : "More is possible with it.",
    );
    return before === "private" || after === "private";
  }

  #parameters(old: ts.Signature, now: ts.Signature, at: At): void {
    const before = parametersOf(old, this.#checker);
    const after = parametersOf(now, this.#checker);
    const inside = at.method && at.polarity === "both" ? "input" : flip(at.polarity);
    this.#receivers(old, now, {
      ...at,
      path: at.path === "" ? "" : `${at.path}(this)`,
      polarity: inside,
      writable: false,
    });
    for (let index = 0; index < Math.max(before.length, after.length); index++) {
      const one = before[index];
      const other = after[index];
      const name = (one ?? other)?.name ?? "";
      const here: At = {
        path: at.path === "" ? "" : `${at.path}(${name})`,
        polarity: inside,
        writable: false,
        old: one?.node ?? at.old,
        now: other?.node ?? at.now,
      };
      if (one && other) {
        if (one.rest !== other.rest) {
          const spread = other.rest && inside === "input" && !one.optional;
          if (spread) this.types(one.type, other.type, here);
          this.#tell(
            "contract/parameter-rest",
            spread ? "minor" : "major",
            here,
            `${name} ${other.rest ? "takes any number of arguments" : "takes one argument"} now`,
            spread ? "More arguments are possible." : "Expected another number of arguments.",
          );
          continue;
        }
        if (one.optional !== other.optional) {
          const required = !other.optional;
          const level: Level = inside === (required ? "output" : "input") ? "minor" : "major";
          const why =
            level === "minor"
              ? required
                ? "It is always given."
                : "It may be left out."
              : required
                ? "Calls that left it out no longer compile."
                : "A function that needs it is no longer assignable.";
          this.#tell(
            required ? "contract/parameter-became-required" : "contract/parameter-became-optional",
            level,
            here,
            `the parameter ${name} is ${required ? "required" : "optional"} now`,
            why,
          );
        }
        this.types(one.type, other.type, here);
      } else if (other) {
        const optional = other.optional || other.rest;
        if (optional)
          this.#tell(
            "contract/parameter-added",
            "minor",
            here,
            `an optional parameter ${name} was added`,
            inside === "input" ? "Nobody has to give it." : "Functions that ignore it still fit.",
          );
        else if (inside === "output")
          this.#tell(
            "contract/parameter-added",
            "minor",
            here,
            `a parameter ${name} was added`,
            "Functions that ignore it still fit.",
          );
        else
          this.#tell(
            "contract/required-parameter-added",
            "major",
            here,
            `a required parameter ${name} was added`,
            `Expected ${after.length} arguments, but got ${before.length}.`,
          );
      } else if (one) {
        this.#tell(
          "contract/parameter-removed",
          "major",
          here,
          `the parameter ${name} was removed`,
          inside === "input"
            ? `Expected ${after.length} arguments, but got ${before.length}.`
            : "A function that needs it is no longer assignable.",
        );
      }
      if (this.#different) return;
    }
  }

  /** What `this` has to be for a function. */
  #receivers(old: ts.Signature, now: ts.Signature, at: At): void {
    const receiver = (signature: ts.Signature) => {
      const symbol = (signature as { thisParameter?: ts.Symbol }).thisParameter;
      return symbol && this.#checker.getTypeOfSymbol(symbol);
    };
    const before = receiver(old);
    const after = receiver(now);
    if (before && after) this.types(before, after, at);
    else if (after && !(after.flags & ts.TypeFlags.Void)) {
      const level: Level = at.polarity === "output" ? "minor" : "major";
      this.#tell(
        "contract/receiver-changed",
        level,
        at,
        `it has to be called on ${this.#text(after)} now`,
        `The 'this' context is not assignable to method's 'this' of type '${this.#text(after)}'.`,
      );
    } else if (before && !(before.flags & ts.TypeFlags.Void)) {
      const level: Level = at.polarity === "input" ? "minor" : "major";
      this.#tell(
        "contract/receiver-changed",
        level,
        at,
        `it may be called on anything now`,
        level === "minor" ? "Calls that were fine still are." : "A function that needs it is no longer assignable.",
      );
    }
  }

  /** Enums of the same name. True when nothing is left to compare. */
  #enums(old: ts.Type, now: ts.Type, at: At): boolean {
    const one = enumOf(old, this.#checker);
    const other = enumOf(now, this.#checker);
    if (!one || !other || one.name !== other.name) return false;
    const isMember = (type: ts.Type) => (type.symbol.flags & ts.SymbolFlags.Enum) === 0;
    if (isMember(old) || isMember(now)) {
      // Members of enums: by name, and the enum by itself. An enum of one member is that member to the compiler.
      if (isMember(old) && isMember(now) && old.symbol.name !== now.symbol.name) this.#changed(old, now, at);
      const whole = isMember(old) ? one : other;
      if (isMember(old) !== isMember(now) && membersOf(whole) > 1) this.#changed(old, now, at);
      this.enumMembers(one, other, at);
      return true;
    }
    this.enumMembers(one, other, at);
    return true;
  }

  /** The members of two enums of the same name. */
  enumMembers(old: ts.Symbol, now: ts.Symbol, at: At): void {
    const key = `enum:${symbolId(old)}:${symbolId(now)}`;
    if (this.#probing === 0) {
      if (this.#told.has(key)) return;
      this.#told.add(key);
    }
    const polarity = this.#setting.polarities.get(nameOf(old)) ?? at.polarity;
    const values = (symbol: ts.Symbol) => {
      const members = new Map<string, { value: string | number | undefined; node: ts.Node }>();
      for (const declaration of symbol.declarations ?? []) {
        if (!ts.isEnumDeclaration(declaration)) continue;
        for (const member of declaration.members) {
          const name = ts.isComputedPropertyName(member.name) ? member.name.getText() : member.name.text;
          members.set(name, { value: this.#checker.getConstantValue(member), node: member });
        }
      }
      return members;
    };
    const isConst = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.ConstEnum) !== 0;
    if (isConst(old) !== isConst(now)) {
      const here: At = { ...at, path: nameOf(old), old: declarationOf(old), now: declarationOf(now) };
      const because = isConst(now)
        ? "'const' enums can only be used in property or index access expressions."
        : "It can be listed now, too.";
      this.#tell(
        "contract/enum-form",
        isConst(now) ? "major" : "minor",
        here,
        `the enum is ${isConst(now) ? "" : "not "}\`const\` ${isConst(now) ? "now" : "any more"}`,
        because,
      );
    }
    const before = values(old);
    const after = values(now);
    for (const [name, member] of before) {
      const other = after.get(name);
      const here: At = {
        ...at,
        path: joinPath(nameOf(old), name),
        polarity,
        old: member.node,
        now: other?.node ?? at.now,
      };
      if (!other)
        this.#tell(
          "contract/enum-member-removed",
          "major",
          here,
          `the member ${name} was removed`,
          `Property '${name}' does not exist on type 'typeof ${old.name}'.`,
        );
      else if (other.value !== member.value) {
        this.#tell(
          "contract/enum-value-changed",
          "major",
          here,
          `the value of ${name} changed from ${JSON.stringify(member.value)} to ${JSON.stringify(other.value)}`,
          "Shells built before and the remote built now would mean different values by the same name.",
        );
      }
    }
    for (const [name, member] of after) {
      if (before.has(name)) continue;
      const here: At = { ...at, path: joinPath(nameOf(old), name), polarity, now: member.node };
      const level: Level = polarity === "input" ? "minor" : "major";
      this.#tell(
        "contract/enum-member-added",
        level,
        here,
        `the member ${name} was added`,
        level === "minor"
          ? "Only consumers give values of this enum."
          : "Code that handles every member no longer does.",
      );
    }
  }

  /** Types without parts that could be compared on their own. */
  #leaf(old: ts.Type, now: ts.Type, at: At, structural = false): void {
    if (
      !structural &&
      old.flags & now.flags & ts.TypeFlags.Literal &&
      (old as ts.LiteralType).value === (now as ts.LiteralType).value
    )
      return;
    if (old.flags & now.flags & ts.TypeFlags.BooleanLiteral && this.#text(old) === this.#text(now)) return;
    if (old.flags & now.flags & ts.TypeFlags.UniqueESSymbol) {
      if (old.symbol.name === now.symbol.name) return;
      return this.#changed(old, now, at);
    }
    // TypeScript takes `{}` for an `object`, although a text is the one and not the other.
    if ((old.flags ^ now.flags) & ts.TypeFlags.NonPrimitive && this.#fits(old, now) && this.#fits(now, old)) {
      return now.flags & ts.TypeFlags.NonPrimitive
        ? this.#narrowed(old, now, [old], at)
        : this.#widened(old, now, [now], at);
    }
    const up = this.#fits(old, now);
    const down = this.#fits(now, old);
    if (up && down) {
      return this.#tell(
        "contract/type-changed",
        "patch",
        at,
        `${this.#text(old)} is written ${this.#text(now)} now`,
        "Every value of the one is one of the other.",
      );
    }
    if (up) this.#widened(old, now, [now], at);
    else if (down) this.#narrowed(old, now, [old], at);
    else this.#changed(old, now, at);
  }

  #fits(from: ts.Type, to: ts.Type): boolean {
    if (hasTypeParameter(from, this.#checker) || hasTypeParameter(to, this.#checker)) {
      if (to.flags & ts.TypeFlags.Unknown) return true;
      if (to.isUnion() && !from.isUnion()) return to.types.some((one) => this.same(from, one) || this.same(one, from));
      return false;
    }
    return this.#checker.isTypeAssignableTo(from, to);
  }

  #widened(old: ts.Type, now: ts.Type, come: readonly ts.Type[], at: At): void {
    const level: Level = at.polarity === "input" ? "minor" : "major";
    const what = come.map((one) => this.#text(one)).join(" | ");
    const isUnion = old.isUnion() && now.isUnion() && come.every((one) => one !== now);
    const message = isUnion ? `${what} can be among the values now` : `${this.#text(old)} became ${this.#text(now)}`;
    this.#tell(
      isUnion ? "contract/union-member-added" : "contract/type-widened",
      level,
      at,
      message,
      level === "minor"
        ? "More is accepted."
        : `Type '${isUnion ? what : this.#text(now)}' is not assignable to type '${this.#text(old)}'.`,
    );
  }

  #narrowed(old: ts.Type, now: ts.Type, gone: readonly ts.Type[], at: At): void {
    const level: Level = at.polarity === "output" && !at.writable ? "minor" : "major";
    const what = gone.map((one) => this.#text(one)).join(" | ");
    const isUnion = old.isUnion() && gone.every((one) => one !== old);
    const message = isUnion
      ? `${what} is not among the values any more`
      : `${this.#text(old)} became ${this.#text(now)}`;
    this.#tell(
      isUnion ? "contract/union-member-removed" : "contract/type-narrowed",
      level,
      at,
      message,
      level === "minor"
        ? "What comes is still what was promised."
        : `Type '${isUnion ? what : this.#text(old)}' is not assignable to type '${this.#text(now)}'.`,
    );
  }

  #changed(old: ts.Type, now: ts.Type, at: At): void {
    const [before, after] = [this.#text(old), this.#text(now)];
    const message = before === after ? `what ${before} means has changed` : `${before} became ${after}`;
    this.#tell("contract/type-changed", "major", at, message, `Type '${before}' is not assignable to type '${after}'.`);
  }

  #any(old: ts.Type, now: ts.Type, at: At): void {
    const became = isAny(now);
    this.#tell(
      "contract/any-changed",
      "major",
      at,
      became ? `${this.#text(old)} became any` : `any became ${this.#text(now)}`,
      became
        ? "Nothing is checked here any more, so that mistakes compile."
        : "What was never checked is checked now, so that code that compiled may not.",
    );
  }

  #unknown(age: "old" | "new", at: At): void {
    if (this.#probing > 0) return;
    const { surfaces } = this.#setting;
    const node = age === "old" ? at.old : at.now;
    this.undecided.push({
      rule: "contract/not-compared",
      export: at.path,
      message: `the ${age} version mentions a type that cannot be found`,
      at: node ? surfaces.place(node) : null,
    });
  }

  #text(type: ts.Type): string {
    const text = this.#checker.typeToString(
      type,
      undefined,
      ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope,
    );
    return text.length > 160 ? `${text.slice(0, 160)}…` : text;
  }

  #signatureText(signature: ts.Signature): string {
    return this.#checker
      .signatureToString(
        signature,
        undefined,
        ts.TypeFormatFlags.WriteArrowStyleSignature | ts.TypeFormatFlags.NoTruncation,
      )
      .slice(0, 160);
  }

  #tell(rule: string, level: Level, at: At, message: string, because: string): void {
    if (this.#probing > 0) {
      this.#different = true;
      return;
    }
    const { surfaces } = this.#setting;
    const place = (node: ts.Node | undefined) => (node ? surfaces.place(node) : null);
    this.changes.push({ rule, export: at.path, level, message, because, old: place(at.old), new: place(at.now) });
  }
}

/** Two types of the same name in one version of a package are the same only if they are one. */
function isSameHome(old: Named, now: Named): boolean {
  if (old.symbol === now.symbol) return true;
  const fileOf = ({ symbol }: Named) => symbol.declarations?.[0]?.getSourceFile().fileName ?? "";
  const folderOf = (file: string) => file.slice(0, file.length - packageFile(file).length);
  // Another copy of the package has its own folder.
  return folderOf(fileOf(old)) !== folderOf(fileOf(now)) || packageOf(fileOf(old)) !== packageOf(fileOf(now));
}

/** Generic types of the standard library whose arguments are what a reader of the value gets. */
const ELEMENTS = new Map([
  ["Array", "[]"],
  ["ReadonlyArray", "[]"],
  ["Promise", ".then"],
  ["PromiseLike", ".then"],
  ["Iterable", "[]"],
  ["AsyncIterable", "[]"],
  ["Map", "[]"],
  ["ReadonlyMap", "[]"],
  ["Set", "[]"],
  ["ReadonlySet", "[]"],
]);

/** Those into which consumers put values as well. Arrays are left to TypeScript's own leniency. */
export const WRITTEN: ReadonlySet<string> = new Set([
  "Map",
  "Set",
  "WeakMap",
  "WeakSet",
  "WritableStream",
  "Generator",
]);

const ids = new WeakMap<object, number>();
let count = 0;

/** A number for a type; the compiler has one of its own, but does not publish it. */
function id(type: ts.Type): number {
  let found = ids.get(type);
  if (found === undefined) {
    found = ++count;
    ids.set(type, found);
  }
  return found;
}

function symbolId(symbol: ts.Symbol): number {
  return id(symbol as unknown as ts.Type);
}

function isThis(type: ts.Type): boolean {
  return (type as { isThisType?: boolean }).isThisType === true;
}

function isStructure(type: ts.Type): boolean {
  return (type.flags & ts.TypeFlags.Object) !== 0 || (type.isIntersection() && isStructureOnly(type));
}

/** An intersection of objects is an object with the members of all. */
function isStructureOnly(type: ts.IntersectionType): boolean {
  return type.types.every(
    (one) =>
      (one.flags & ts.TypeFlags.Object) !== 0 &&
      !(isMapped(one) && isGenericMapped(one)) &&
      !ELEMENTS.has(one.symbol?.name),
  );
}

function isDeferred(type: ts.Type): boolean {
  const flags =
    ts.TypeFlags.Index |
    ts.TypeFlags.IndexedAccess |
    ts.TypeFlags.Conditional |
    ts.TypeFlags.Substitution |
    ts.TypeFlags.TemplateLiteral |
    ts.TypeFlags.StringMapping;
  return (type.flags & flags) !== 0;
}

function isMapped(type: ts.Type): boolean {
  return (
    (type.flags & ts.TypeFlags.Object) !== 0 && ((type as ts.ObjectType).objectFlags & ts.ObjectFlags.Mapped) !== 0
  );
}

/** A mapped type whose keys are known at its use only. */
function isGenericMapped(type: ts.Type): boolean {
  if (!isMapped(type)) return false;
  const { constraintType } = type as { constraintType?: ts.Type };
  const node = nodeOf(type);
  if (constraintType)
    return (
      (constraintType.flags &
        (ts.TypeFlags.Index | ts.TypeFlags.TypeParameter | ts.TypeFlags.IndexedAccess | ts.TypeFlags.Conditional)) !==
      0
    );
  return node !== undefined && type.getProperties().length === 0;
}

function nodeOf(type: ts.Type): ts.Node | undefined {
  if (type.flags & ts.TypeFlags.Conditional) return (type as ts.ConditionalType).root.node;
  const { declaration } = type as { declaration?: ts.Node };
  return declaration ?? type.symbol?.declarations?.[0];
}

function childrenOf(node: ts.Node): ts.Node[] {
  const children: ts.Node[] = [];
  ts.forEachChild(node, (child) => {
    children.push(child);
  });
  return children;
}

/** The name that a parameter or type parameter gives: nobody outside sees it. */
function isBinding(node: ts.Node): boolean {
  const { parent } = node;
  return (
    ts.isIdentifier(node) && (ts.isParameter(parent) || ts.isTypeParameterDeclaration(parent)) && parent.name === node
  );
}

/** Members that the compiler adds, and what is left of private ones. */
function isInvisible(symbol: ts.Symbol): boolean {
  return symbol.name === "prototype" && (symbol.flags & ts.SymbolFlags.Prototype) !== 0;
}

function isClassMethod(symbol: ts.Symbol): boolean {
  const owner = declarationOf(symbol)?.parent;
  return isMethod(symbol) && owner !== undefined && ts.isClassLike(owner);
}

function isAbstract(symbol: ts.Symbol): boolean {
  return symbol.declarations?.some((one) => ts.getCombinedModifierFlags(one) & ts.ModifierFlags.Abstract) ?? false;
}

function withoutUndefined(type: ts.Type, checker: ts.TypeChecker): ts.Type {
  // `name?: never`
  if (type.flags & ts.TypeFlags.Undefined) return checker.getNeverType();
  if (!type.isUnion()) return type;
  const internal = checker as unknown as { getUnionType?(types: ts.Type[]): ts.Type };
  const left = type.types.filter((one) => !(one.flags & ts.TypeFlags.Undefined));
  if (left.length === type.types.length) return type;
  if (left.length === 1) return left[0] as ts.Type;
  if (!left.some((one) => one.flags & ts.TypeFlags.Null)) return checker.getNonNullableType(type);
  return internal.getUnionType?.(left) ?? type;
}

function membersOf(symbol: ts.Symbol): number {
  return (symbol.declarations ?? []).filter(ts.isEnumDeclaration).reduce((sum, one) => sum + one.members.length, 0);
}

function enumOf(type: ts.Type, checker: ts.TypeChecker): ts.Symbol | undefined {
  const symbol = type.symbol;
  if (!symbol) return undefined;
  if (symbol.flags & ts.SymbolFlags.Enum) return symbol;
  if (!(symbol.flags & ts.SymbolFlags.EnumMember)) return undefined;
  const parent = symbol.valueDeclaration?.parent;
  return parent && ts.isEnumDeclaration(parent) ? checker.getSymbolAtLocation(parent.name) : undefined;
}

/** Whether calls infer a literal for a type parameter with this constraint. */
function keepsLiterals(constraint: ts.Type | undefined): boolean {
  if (!constraint) return false;
  const literal =
    ts.TypeFlags.StringLike |
    ts.TypeFlags.NumberLike |
    ts.TypeFlags.BigIntLike |
    ts.TypeFlags.BooleanLike |
    ts.TypeFlags.Index;
  if (constraint.flags & literal) return true;
  return constraint.isUnion() && constraint.types.some(keepsLiterals);
}

/** Whether what a function returns is written with `this`. */
function mentionsThis(declaration: ts.Node | undefined): boolean {
  const written = (declaration as { type?: ts.TypeNode } | undefined)?.type;
  if (!written) return false;
  const visit = (node: ts.Node): boolean =>
    node.kind === ts.SyntaxKind.ThisType || (!ts.isTypeLiteralNode(node) && (ts.forEachChild(node, visit) ?? false));
  return !ts.isTypePredicateNode(written) && visit(written);
}

interface Parameter {
  name: string;
  type: ts.Type;
  optional: boolean;
  rest: boolean;
  node: ts.Node | undefined;
}

function parametersOf(signature: ts.Signature, checker: ts.TypeChecker): Parameter[] {
  return signature.parameters.map((symbol) => {
    const node = symbol.valueDeclaration;
    const isParameter = node !== undefined && ts.isParameter(node);
    const rest = isParameter && node.dotDotDotToken !== undefined;
    const optional = isParameter && (node.questionToken !== undefined || node.initializer !== undefined);
    let type = checker.getTypeOfSymbol(symbol);
    if (rest && checker.isArrayType(type)) type = checker.getTypeArguments(type as ts.TypeReference)[0] ?? type;
    if (optional) type = withoutUndefined(type, checker);
    // A destructured parameter has no name that anybody could know.
    const name = isParameter && !ts.isIdentifier(node.name) ? `${signature.parameters.indexOf(symbol)}` : symbol.name;
    return { name, type, optional, rest, node };
  });
}

function required(signature: ts.Signature): number {
  return signature.parameters.filter((one) => {
    const node = one.valueDeclaration;
    return !(node && ts.isParameter(node) && (node.questionToken || node.dotDotDotToken || node.initializer));
  }).length;
}
