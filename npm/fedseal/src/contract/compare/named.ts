import ts = require("typescript");

import { isNominal } from "./bases.js";
import { join, type Polarity } from "./change.js";
import { type At, type Context, report, reportCut } from "./context.js";
import { typeParametersOf } from "./declared-parameters.js";
import { compareLeaf } from "./leaf.js";
import { probe } from "./probe.js";
import { declarationOf, isForeign, isMethod } from "./properties.js";
import { classBecameNominal } from "./rules/class-became-nominal.js";
import { typeChanged, typeRewritten } from "./rules/type-changed.js";
import { varianceLost } from "./rules/type-parameter-modifier.js";
import { typeText } from "./text.js";
import { CONTAINERS, isGenericMapped, isReference } from "./type-kinds.js";
import { LIBRARY, type Named, namedOf, nameOf, referenceOf } from "./type-names.js";
import { compareTypeParameters } from "./type-parameters.js";
import { pairOf } from "./typescript-internals.js";
import { compose } from "./variance.js";

/** How often the same two generic types may occur within each other before the compiler alone is asked. */
const MAX_EXPANSIONS = 2;

/** How many instantiations of the same two generic types are looked into; of the others the compiler is asked. */
const MAX_INSTANTIATIONS = 60;

/** Types that have names on both sides; undefined where their structure decides. */
export function compareNamed(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  const { surfaces } = context;
  const before = namedOf(old, surfaces);
  const after = namedOf(now, surfaces);
  if (!before || !after) return undefined;
  if ((before.symbol.flags | after.symbol.flags) & ts.SymbolFlags.Enum) return undefined;
  const sameName = before.package === after.package && before.name === after.name;
  if (before.package !== undefined && after.package !== undefined) {
    if (!sameName) return before.isAlias || after.isAlias ? undefined : compareLeaf(context, old, now, at);
    if (before.args.length !== after.args.length)
      return before.isAlias ? undefined : compareLeaf(context, old, now, at);
    if (before.isAlias && isResolved(context, old, now)) return undefined;
    if (isIndirect(context, before, after) && isResolved(context, old, now)) {
      return expanded(context, before, after, old, now, at) || compareArguments(context, before, after, at, "unused");
    }
    return compareArguments(context, before, after, at);
  }
  // A package's type became the remote's own, or the other way round: different things that may have the same shape.
  if (before.package !== after.package) {
    const isDeclared = !before.isAlias && !after.isAlias && isResolved(context, old, now);
    return isDeclared ? compareLeaf(context, old, now, at) : undefined;
  }
  if (!sameName) {
    if (!context.isKept(before.symbol, after.symbol)) return expanded(context, before, after, old, now, at);
    return compareReplaced(context, old, now, at);
  }
  return compareMentions(context, before, after, old, now, at);
}

/** Two mentions of a type that both sides have by one name. */
function compareMentions(context: Context, before: Named, after: Named, old: ts.Type, now: ts.Type, at: At): boolean {
  const different = compareDeclarations(context, before.symbol, after.symbol, at);
  if (before.args.length === 0 && after.args.length === 0) return different;
  if (isIndirect(context, before, after) && isResolved(context, old, now)) {
    const found = expanded(context, before, after, old, now, at);
    return compareArguments(context, before, after, at, "unused") || found || different;
  }
  return compareArguments(context, before, after, at) || different;
}

/**
 * One exported type in the place of another one, and both are there in both versions. It is one change, at the level of the
 * heaviest of its differences.
 */
function compareReplaced(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker } = context;
  if (isResolved(context, old, now)) return compareLeaf(context, old, now, at);
  const found = probe(context, () => context.compareShapes(old, now, at));
  const [before, after] = [typeText(old, checker), typeText(now, checker)];
  const heaviest = found.find(({ level }) => level === "major") ?? found.find(({ level }) => level === "minor");
  if (!heaviest) return report(context, at, typeRewritten(before, after));
  const { level, because } = heaviest;
  return report(context, at, { ...typeChanged(before, after), level, because });
}

/** Whether both types are known here, or the parts of what they are, and not only where they are used. */
function isResolved({ equality }: Context, old: ts.Type, now: ts.Type): boolean {
  return (!equality.isOpen(old) && !equality.isOpen(now)) || (isGenericMapped(old) && isGenericMapped(now));
}

function isIndirect({ variances, equality }: Context, before: Named, after: Named): boolean {
  const [one, other] = [variances.of(before), variances.of(after)];
  return before.args.some((arg, index) => {
    const counterpart = after.args[index];
    const equal = counterpart !== undefined && equality.types(arg, counterpart);
    return !equal && ((one[index]?.indirect ?? false) || (other[index]?.indirect ?? false));
  });
}

/** Generic types that have to be expanded. Where they contain themselves with growing arguments, the compiler answers. */
function expanded(
  context: Context,
  before: Named,
  after: Named,
  old: ts.Type,
  now: ts.Type,
  at: At,
): boolean | undefined {
  if (before.args.length === 0 && after.args.length === 0) return undefined;
  const key = pairOf(before.symbol, after.symbol);
  const count = context.expansions.get(key) ?? 0;
  const total = (context.expansions.get(`total ${key}`) ?? 0) + 1;
  context.expansions.set(`total ${key}`, total);
  const grows = context.growth.isGrowing([old, now]);
  if ((grows && count >= MAX_EXPANSIONS) || total > MAX_INSTANTIATIONS) {
    const { checker } = context;
    // The compiler does not tell everything that consumers can.
    reportCut(context, at);
    if (checker.isTypeAssignableTo(old, now) && checker.isTypeAssignableTo(now, old)) return false;
    return compareLeaf(context, old, now, at);
  }
  const pair = `open ${pairOf(old, now)}`;
  context.expansions.set(key, count + 1);
  context.expansions.set(pair, 1);
  try {
    return context.compareShapes(old, now, at);
  } finally {
    context.expansions.set(key, count);
    context.expansions.delete(pair);
  }
}

/** The declarations of a type that both sides have by one name, each by its own parameters. Reported under that name. */
export function compareDeclarations(context: Context, old: ts.Symbol, now: ts.Symbol, at: At): boolean {
  if (old === now || context.identical(old, now)) {
    context.equality.declarations(old, now);
    return false;
  }
  const { checker } = context;
  const here: At = {
    path: nameOf(old),
    polarity: context.uses.whole(old, now) ?? at.polarity,
    writable: false,
    old: declarationOf(old),
    now: declarationOf(now),
  };
  const key = `declared ${pairOf(old, now)}:${here.polarity}`;
  return context.walked.ask(key, () => {
    if (context.equality.declarations(old, now)) return { different: false, equal: true };
    let different = compareOwnParameters(context, old, now, here);
    different = compareNominality(context, old, now, here) || different;
    const [before, after] = [checker.getDeclaredTypeOfSymbol(old), checker.getDeclaredTypeOfSymbol(now)];
    // `type Alias = Other<…>` is a name for another named type.
    const isAlias = [before, after].every((type, index) => {
      const named = namedOf(type, context.surfaces);
      return named !== undefined && named.symbol !== (index === 0 ? old : now);
    });
    const start = context.changes.length;
    different = (isAlias ? context.compare : context.compareShapes)(before, after, here) || different;
    const isMajor = context.changes.slice(start).some((one) => one.level === "major");
    if (different && !isMajor) compareVariances(context, old, now, here);
    return { different, equal: false };
  });
}

/** The type parameters of a declared type. Nobody names the arguments of a type that is not exported. */
function compareOwnParameters(context: Context, old: ts.Symbol, now: ts.Symbol, at: At): boolean {
  const run = () =>
    compareTypeParameters(context, typeParametersOf(old, context.checker), typeParametersOf(now, context.checker), {
      ...at,
      polarity: "output",
    });
  if (context.isNameable(old)) return run();
  probe(context, run);
  return false;
}

/**
 * A type of which the remote gave values, and that takes values of its argument now: `Signal<"a">` no longer fits
 * `Signal<string>`. TypeScript takes parameters of methods in both directions; those of functions count.
 */
function compareVariances(context: Context, old: ts.Symbol, now: ts.Symbol, at: At): void {
  const { checker, variances } = context;
  if (at.polarity !== "output" || !context.isNameable(old)) return;
  const [before, after] = [typeParametersOf(old, checker), typeParametersOf(now, checker)];
  if (before.length === 0 || before.length !== after.length) return;
  const [was, is] = [checker.getDeclaredTypeOfSymbol(old), checker.getDeclaredTypeOfSymbol(now)];
  if (!is.getProperties().some((one) => !isMethod(one) && !was.getProperty(one.name))) return;
  const polarities = [old, now].map((symbol) =>
    variances.of({ symbol, name: symbol.name, package: undefined, args: [], isAlias: false }),
  );
  for (const [index, parameter] of before.entries()) {
    if (polarities[0]?.[index]?.polarity !== "output" || polarities[1]?.[index]?.polarity !== "both") continue;
    report(context, at, varianceLost(parameter.symbol.name, nameOf(old)));
  }
}

/** A class that object literals fitted, and that they no longer fit. */
function compareNominality(context: Context, old: ts.Symbol, now: ts.Symbol, at: At): boolean {
  if (!(old.flags & now.flags & ts.SymbolFlags.Class)) return false;
  const [was, is] = [isNominal(old, context.surfaces), isNominal(now, context.surfaces)];
  if (was === is) return false;
  const onlyReceived = at.polarity === "output" && !context.uses.isExtensible(old);
  return report(context, at, classBecameNominal(nameOf(old), is, onlyReceived));
}

/** Two mentions of one generic type, `string[]` and `number[]`, whatever alias names them. */
export function compareReferences(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  if (!isReference(old) || !isReference(now)) return undefined;
  if (context.checker.isTupleType(old) || context.checker.isTupleType(now)) return undefined;
  if (old.target === old || now.target === now) return undefined;
  const [before, after] = [old, now].map((type) => referenceOf(type, context.surfaces)) as [Named, Named];
  // One that is being expanded is compared by its members.
  const isExpanded = context.expansions.has(`open ${pairOf(old, now)}`);
  const isOwn =
    !isExpanded && before.package === undefined && after.package === undefined && before.name === after.name;
  if (old.target !== now.target && isOwn) return compareMentions(context, before, after, old, now, at);
  if (old.target !== now.target || !isForeign(old.target.symbol, context.surfaces)) return undefined;
  return compareArguments(context, before, after, at);
}

/** The type arguments of two mentions of one generic type, by what the type does with them. */
export function compareArguments(
  context: Context,
  before: Named,
  after: Named,
  at: At,
  which: "all" | "unused" = "all",
): boolean {
  const [one, other] = [context.variances.of(before), context.variances.of(after)];
  const parameters = typeParametersOf(before.symbol, context.checker);
  const element = before.package === LIBRARY ? CONTAINERS.get(before.name) : undefined;
  const isHeld = before.package !== undefined || context.uses.isHeld(before.symbol);
  let different = false;
  for (const [index, arg] of before.args.entries()) {
    const counterpart = after.args[index];
    if (counterpart === undefined || context.equality.types(arg, counterpart)) continue;
    const variances = [one[index]?.polarity, other[index]?.polarity].filter((found) => found !== undefined);
    if (which === "unused" && variances.length > 0) continue;
    // Nothing of an argument that is not used is in the values, but inference sees it.
    const variance: Polarity = variances.length > 0 ? variances.reduce((sum, found) => join(sum, found)) : "both";
    const name = parameters[index]?.symbol.name ?? `${index}`;
    const found = context.compare(arg, counterpart, {
      ...at,
      path: at.path + (element ?? `<${name}>`),
      polarity: compose(at.polarity, variance),
      writable: isHeld && (variance === "both" || Boolean(one[index]?.writable || other[index]?.writable)),
      props: false,
    });
    different = found || different;
  }
  return different;
}
