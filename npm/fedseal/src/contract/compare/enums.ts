import ts = require("typescript");

import { type At, type Context, report } from "./context.js";
import { enumMembersOf, enumOf } from "./enum-members.js";
import { declarationOf, joinPath } from "./properties.js";
import { enumForm } from "./rules/enum-form.js";
import { enumMemberAdded } from "./rules/enum-member-added.js";
import { enumMemberRemoved } from "./rules/enum-member-removed.js";
import { enumValueChanged } from "./rules/enum-value-changed.js";
import { typeChanged } from "./rules/type-changed.js";
import { typeText } from "./text.js";
import { nameOf } from "./type-names.js";
import { pairOf } from "./typescript-internals.js";

/** Two enum types, or members of enums; undefined where the enums have different names. */
export function compareEnumTypes(context: Context, old: ts.Type, now: ts.Type, at: At): boolean | undefined {
  const { checker } = context;
  const [one, other] = [enumOf(old, checker), enumOf(now, checker)];
  if (!one || !other || one.name !== other.name) return undefined;
  const isMember = (type: ts.Type) => (type.symbol.flags & ts.SymbolFlags.Enum) === 0;
  let different = false;
  const changed = () => report(context, at, typeChanged(typeText(old, checker), typeText(now, checker)));
  if (isMember(old) && isMember(now)) {
    if (old.symbol.name !== now.symbol.name) different = changed();
  } else if (isMember(old) !== isMember(now)) {
    // An enum of one member is that member to the compiler.
    const whole = isMember(old) ? one : other;
    if (enumMembersOf(whole, checker).size > 1) different = changed();
  }
  return compareEnums(context, one, other, at) || different;
}

/** The members of two enums of one name. */
export function compareEnums(context: Context, old: ts.Symbol, now: ts.Symbol, at: At): boolean {
  const { checker } = context;
  const key = `enum ${pairOf(old, now)}`;
  const known = context.walked.get(key);
  if (known !== undefined) return known;
  const polarity = context.uses.whole(old, now) ?? at.polarity;
  const name = nameOf(old);
  const here: At = { path: name, polarity, writable: false, old: declarationOf(old), now: declarationOf(now) };
  let different = false;
  const tell = (...args: Parameters<typeof report>) => {
    different = report(...args);
  };
  const isConst = (symbol: ts.Symbol) => (symbol.flags & ts.SymbolFlags.ConstEnum) !== 0;
  if (isConst(old) !== isConst(now)) tell(context, here, enumForm(isConst(now)));
  const [before, after] = [enumMembersOf(old, checker), enumMembersOf(now, checker)];
  for (const [member, { value, node }] of before) {
    const other = after.get(member);
    const place: At = { ...here, path: joinPath(name, member), old: node, now: other?.node ?? here.now };
    if (!other) tell(context, place, enumMemberRemoved(member, old.name));
    else if (other.value !== value) tell(context, place, enumValueChanged(member, value, other.value));
  }
  for (const [member, { node }] of after) {
    if (before.has(member)) continue;
    tell(context, { ...here, path: joinPath(name, member), now: node }, enumMemberAdded(member, polarity));
  }
  context.walked.set(key, different);
  return different;
}
