import ts = require("typescript");

import { compareComponents } from "./components.js";
import { type At, type Context, report, reportCut, reportUndecided } from "./context.js";
import { compareDeferred, compareGenericMapped } from "./deferred.js";
import { compareEnumTypes } from "./enums.js";
import { type Limits, originsOf } from "./growth.js";
import { keyPath, pairsByKey } from "./keyed.js";
import { compareLeaf } from "./leaf.js";
import { compareNamed, compareReferences } from "./named.js";
import { anyChanged } from "./rules/any-changed.js";
import { compareStructures } from "./structures.js";
import { typeText } from "./text.js";
import { isAny, isDeferred, isGenericMapped, isReference, isStructure } from "./type-kinds.js";
import { isError, pairOf, withoutSubstitution } from "./typescript-internals.js";
import { compareIntersections, compareUnions } from "./unions.js";

/**
 * Compares two types and reports each difference where it is. True where there are any. A pair that was compared is not
 * compared again, so that a change of a type that many exports use is reported once.
 */
export function compareTypes(context: Context, before: ts.Type, present: ts.Type, at: At): boolean {
  const old = withoutSubstitution(before);
  const now = withoutSubstitution(context.defaults.get(present) ?? present);
  if (old === now) return false;
  const key = `${pairOf(old, now)}:${at.polarity}:${at.writable}:${at.props === true}`;
  // What has a declaration is reported there; what has none, `string` and `string[]`, at each place.
  const isDeclared = hasDeclaration(context, old) && hasDeclaration(context, now);
  const count = () => context.changes.length + context.undecided.length;
  return context.walked.ask(isDeclared ? key : `${key}:${at.method === true}:${at.args === true}`, () => {
    const [start, first] = [count(), context.changes.length];
    if (context.equality.types(old, now)) return { different: false, equal: true };
    // Two mentions of a class or an interface are compared by their arguments.
    const origins = isReference(old) || isReference(now) ? undefined : originsOf([old, now]);
    const kind = origins && `${origins}:${at.polarity}:${at.writable}`;
    // One change of a declaration is a change of each of its instantiations, of which there may be no end within each other.
    const isInside = origins !== undefined && context.growth.isInside(origins);
    if (isInside && kind && context.walked.isTold(kind, context.growth.isGrowing([old, now]))) {
      reportCut(context, at);
      return { different: true, equal: false };
    }
    const differs = () => differ(context, old, now, at);
    const different = context.growth.within([old, now], false, differs, limitsOf(context, at));
    if (kind !== undefined && different) context.walked.tell(kind, context.changes.slice(first));
    return { different, equal: false, again: !isDeclared && count() > start };
  });
}

/** What is not gone into since it has grown too far is compared again where it has not. */
function limitsOf(context: Context, at: At): Limits {
  const { walked } = context;
  return {
    met: (origin) => {
      reportCut(context, at);
      walked.leave([`growth ${origin}`]);
    },
    over: (origin) => walked.forget(`growth ${origin}`),
  };
}

function hasDeclaration({ surfaces }: Context, type: ts.Type): boolean {
  const symbol = type.aliasSymbol ?? (type.flags & ts.TypeFlags.Object ? type.symbol : undefined);
  return symbol?.declarations?.some(surfaces.isLocal) ?? false;
}

function differ(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker } = context;
  if (isError(old) || isError(now)) {
    const [age, node] = isError(old) ? ["old", at.old] : ["new", at.now];
    return reportUndecided(context, at, `the ${age} version mentions a type that cannot be found`, node as ts.Node);
  }
  if (isAny(old) || isAny(now)) {
    return report(context, at, anyChanged(typeText(old, checker), typeText(now, checker), isAny(now)));
  }
  return (
    compareByKey(context, old, now, at) ??
    compareComponents(context, old, now, at) ??
    compareNamed(context, old, now, at) ??
    compareShapes(context, old, now, at)
  );
}

/** Types that keys decide about, for each key. Undefined where more decides. */
function compareByKey(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  const pairs = pairsByKey(context, old, now);
  if (!pairs) return undefined;
  let different = false;
  for (const [key, one, other] of pairs) {
    different = context.compare(one, other, { ...at, path: keyPath(at.path, key) }) || different;
  }
  return different;
}

/** Two types without their names. */
export function compareShapes(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  if (old === now) return false;
  if (old.flags & now.flags & ts.TypeFlags.EnumLike) {
    const compared = compareEnumTypes(context, old, now, at);
    if (compared !== undefined) return compared;
  }
  if (old.isUnion() || now.isUnion()) return compareUnions(context, old, now, at);
  if (old.isIntersection() || now.isIntersection()) {
    const compared = compareIntersections(context, old, now, at);
    if (compared !== undefined) return compared;
  }
  if (isDeferred(old) || isDeferred(now)) return compareDeferred(context, old, now, at);
  if (isGenericMapped(old) || isGenericMapped(now)) return compareGenericMapped(context, old, now, at);
  const references = compareReferences(context, old, now, at);
  if (references !== undefined) return references;
  if (isStructure(old) && isStructure(now)) return compareStructures(context, old, now, at);
  return compareLeaf(context, old, now, at);
}
