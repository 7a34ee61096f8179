import ts = require("typescript");

import { type At, type Context, report } from "./context.js";
import { fits, hasExcess } from "./fits.js";
import { typeChanged, typeRewritten } from "./rules/type-changed.js";
import { typeNarrowed } from "./rules/type-narrowed.js";
import { typeWidened } from "./rules/type-widened.js";
import { unionMemberAdded } from "./rules/union-member-added.js";
import { unionMemberRemoved } from "./rules/union-member-removed.js";
import { typeText } from "./text.js";

/** Types without parts of their own, or of different kinds: the compiler says whether one fits the other. */
export function compareLeaf(context: Context, old: ts.Type, now: ts.Type, at: At): boolean {
  const { checker } = context;
  const up = fits(context, old, now, "old to new");
  const down = fits(context, now, old, "new to old");
  const [before, after] = [typeText(old, checker), typeText(now, checker)];
  // TypeScript takes `{}` for an `object`, although a string is the one and not the other.
  const primitive = (old.flags ^ now.flags) & ts.TypeFlags.NonPrimitive;
  if (up && down && !primitive) {
    const narrow = at.polarity !== "output" && hasExcess(context, old, now);
    return report(context, at, narrow ? typeChanged(before, after) : typeRewritten(before, after));
  }
  if (primitive && up && down) {
    return now.flags & ts.TypeFlags.NonPrimitive
      ? reportNarrowed(context, old, now, [old], at)
      : reportWidened(context, old, now, [now], at);
  }
  if (up) {
    if (at.polarity === "input" && hasExcess(context, old, now)) return report(context, at, typeChanged(before, after));
    return reportWidened(context, old, now, [now], at);
  }
  if (down) return reportNarrowed(context, old, now, [old], at);
  return report(context, at, typeChanged(before, after));
}

/** Values came that were not there: `come` of a union, or the whole new type. */
export function reportWidened(context: Context, old: ts.Type, now: ts.Type, come: readonly ts.Type[], at: At): true {
  const { checker } = context;
  const level = at.polarity === "input" ? "minor" : "major";
  const [before, after] = [typeText(old, checker), typeText(now, checker)];
  if (old.isUnion() && now.isUnion() && come.every((part) => part !== now)) {
    const members = come.map((part) => typeText(part, checker)).join(" | ");
    return report(context, at, unionMemberAdded(members, before, level));
  }
  return report(context, at, typeWidened(before, after, level));
}

/** Values went: `gone` of a union, or the whole old type. */
export function reportNarrowed(context: Context, old: ts.Type, now: ts.Type, gone: readonly ts.Type[], at: At): true {
  const { checker } = context;
  // Nothing can be done with a value that there is not.
  const isNever = (now.flags & ts.TypeFlags.Never) !== 0;
  const isWritten = at.writable && !isRead(context, old, now, gone);
  const level = at.polarity === "output" && !isWritten && !isNever ? "minor" : "major";
  const [before, after] = [typeText(old, checker), typeText(now, checker)];
  if (old.isUnion() && gone.every((part) => part !== old)) {
    const members = gone.map((part) => typeText(part, checker)).join(" | ");
    return report(context, at, unionMemberRemoved(members, after, level));
  }
  return report(context, at, typeNarrowed(before, after, level));
}

/** Whether nobody writes what went: `undefined`, or an array in place of a read-only one. */
function isRead({ checker }: Context, old: ts.Type, now: ts.Type, gone: readonly ts.Type[]): boolean {
  if (gone.every((part) => (part.flags & ts.TypeFlags.Undefined) !== 0)) return true;
  return checker.isArrayType(old) && checker.isArrayType(now);
}
