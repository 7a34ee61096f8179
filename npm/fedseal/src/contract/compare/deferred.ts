import ts = require("typescript");

import { type Change, flip, type Level } from "./change.js";
import { type At, type Context, report } from "./context.js";
import { indexedPairs, keyPath } from "./keyed.js";
import { compareLeaf } from "./leaf.js";
import { keepsModifiers, type Mapped, mappedOf } from "./mapped.js";
import { probe } from "./probe.js";
import { propertyBecameOptional } from "./rules/property-became-optional.js";
import { valuesBecameReadonly } from "./rules/property-became-readonly.js";
import { propertyBecameRequired } from "./rules/property-became-required.js";
import { mappingChanged, typeChanged } from "./rules/type-changed.js";
import { inferenceLost } from "./rules/type-parameter-constraint.js";
import { typeWidened } from "./rules/type-widened.js";
import { typeText } from "./text.js";
import { namedOf } from "./type-names.js";
import { compareTypeParameters } from "./type-parameters.js";
import { branchOf, noInferOf } from "./typescript-internals.js";

/** Types that TypeScript resolves only where they are used, part by part. */
export function compareDeferred(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { TypeFlags } = ts;
  const both = old.flags & now.flags;
  if (both & TypeFlags.Index) {
    const [one, other] = [old as ts.IndexType, now as ts.IndexType];
    return context.compare(one.type, other.type, { ...at, polarity: flip(at.polarity) });
  }
  if (both & TypeFlags.IndexedAccess) {
    const [one, other] = [old as ts.IndexedAccessType, now as ts.IndexedAccessType];
    let different = context.compare(one.objectType, other.objectType, at);
    if (different && at.writable) different = compareWritten(context, old, now, at);
    return context.compare(one.indexType, other.indexType, { ...at, polarity: "both" }) || different;
  }
  if (both & TypeFlags.Substitution) {
    const [one, other] = [old as ts.SubstitutionType, now as ts.SubstitutionType];
    return context.compare(one.baseType, other.baseType, at);
  }
  // `NoInfer<T>` and `T`: calls infer from one place less, or more.
  if ((old.flags ^ now.flags) & TypeFlags.Substitution) {
    const [one, other] = [noInferOf(old) ?? old, noInferOf(now) ?? now];
    if (context.equality.types(one, other)) {
      const [before, after] = [typeText(old, context.checker), typeText(now, context.checker)];
      const removed = (old.flags & TypeFlags.Substitution) !== 0;
      return report(context, at, removed ? typeWidened(before, after, "minor") : inferenceLost(before, after));
    }
  }
  if (both & TypeFlags.Conditional) {
    return compareConditionals(context, old as ts.ConditionalType, now as ts.ConditionalType, at);
  }
  return compareLeaf(context, old, now, at);
}

/**
 * What is written into the member of a map that a value holds, `box.value = …` of `Box<Fields[K]>`. What is read of the map is
 * told there; only what breaks nobody who reads is told here.
 */
function compareWritten(context: Context, old: ts.Type, now: ts.Type, at: At): true {
  const known = new Set(context.changes.filter(({ level }) => level === "major").map(({ message }) => message));
  const found = probe(context, () => {
    for (const [key, one, other] of indexedPairs(context, old, now)) {
      context.compare(one, other, { ...at, path: keyPath(at.path, key) });
    }
  });
  context.changes.push(...found.filter(({ level, message }) => level === "major" && !known.has(message)));
  return true;
}

function compareConditionals(context: Context, old: ts.ConditionalType, now: ts.ConditionalType, at: At): boolean {
  const { checker, equality } = context;
  const [one, other] = [old.root, now.root];
  const changed = () => report(context, at, typeChanged(typeText(old, checker), typeText(now, checker)));
  if (one.isDistributive !== other.isDistributive) return changed();
  equality.pairEnclosing(one.node, other.node);
  const [infers, inferred] = [one.inferTypeParameters ?? [], other.inferTypeParameters ?? []];
  if (infers.length !== inferred.length) return changed();
  compareTypeParameters(context, infers, inferred, at);
  let different = false;
  for (const part of ["checkType", "extendsType"] as const) {
    const [before, after] = [old[part], now[part]];
    if (part === "extendsType" ? equality.identical(before, after) : equality.types(before, after)) continue;
    // The same words: a type that they mention changed, which is reported there.
    if (typeText(before, checker) !== typeText(after, checker)) return changed();
    const start = context.changes.length;
    different = context.compare(before, after, { ...at, polarity: "both" }) || different;
    if (part === "checkType" || equality.copies(before, after)) continue;
    if (!isTold(context, before, context.changes.slice(start))) different = changed();
  }
  for (const branch of ["trueType", "falseType"] as const) {
    different = context.compare(branchOf(old, branch, checker), branchOf(now, branch, checker), at) || different;
  }
  return different;
}

/**
 * Whether all that a change of an extended type does to a conditional type was reported with that type. The compiler takes one
 * conditional type for another only where both extend the same type. Forms of members do not make it another one.
 */
function isTold({ changes, surfaces }: Context, extended: ts.Type, found: readonly Change[]): boolean {
  const name = namedOf(extended, surfaces)?.name;
  const own = [...found, ...changes.filter(({ export: path }) => path === name || path.startsWith(`${name}.`))];
  return (
    own.some(({ level }) => level === "major") ||
    (own.length > 0 && own.every(({ rule }) => rule === "contract/member-form"))
  );
}

/** Mapped types whose keys are known only where they are used. */
export function compareGenericMapped(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker, equality } = context;
  const [one, other] = [mappedOf(old, checker), mappedOf(now, checker)];
  if (!one || !other) return compareLeaf(context, old, now, at);
  const texts = () => [typeText(old, checker), typeText(now, checker)] as const;
  equality.pairKeys(old, one, now, other);
  if (!isSame(context, one.name, other.name)) return report(context, at, typeChanged(...texts()));
  if (one.keepsForm !== other.keepsForm) return report(context, at, mappingChanged(...texts()));
  let different = compareKeys(context, one, other, at);
  if (!different && keepsModifiers(one) && keepsModifiers(other) && !isSame(context, one.modifiers, other.modifiers)) {
    const [before, after] = [one.modifiers, other.modifiers];
    // The same words: a type that they mention changed, which is reported there.
    const isMention = before && after && typeText(before, checker) === typeText(after, checker);
    if (!isMention) return report(context, at, typeChanged(...texts()));
    different = context.compare(before, after, at);
  }
  if (one.optional !== other.optional) {
    const optional = other.optional === "+" || one.optional === "-";
    const verdict = optional
      ? propertyBecameOptional("each member", at.polarity)
      : propertyBecameRequired("each member", at.polarity);
    different = report(context, at, verdict);
  }
  if (one.readonly !== other.readonly) {
    const isReadonly = other.readonly === "+" || one.readonly === "-";
    const level: Level = at.polarity !== "input" && isReadonly ? "major" : "minor";
    different = report(context, at, valuesBecameReadonly("its members", isReadonly, level));
  }
  if (!one.value || !other.value) return different;
  const owner = namedOf(old, context.surfaces)?.symbol ?? old.symbol;
  const writable = one.readonly !== "+" && context.uses.isHeld(owner);
  return context.compare(one.value, other.value, { ...at, writable }) || different;
}

function isSame({ equality }: Context, old: ts.Type | undefined, now: ts.Type | undefined): boolean {
  return old && now ? equality.types(old, now) : old === now;
}

/** The keys of two mapped types. Whoever uses the type names them. */
function compareKeys({ compare }: Context, old: Mapped, now: Mapped, at: At): boolean {
  return (
    old.over !== undefined &&
    now.over !== undefined &&
    compare(old.over, now.over, { ...at, polarity: flip(at.polarity) })
  );
}
