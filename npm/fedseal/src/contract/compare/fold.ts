import { type Change, higher } from "./change.js";

/**
 * One line per cause. A difference that was met on several ways, with the same rule at the same places, is one cause, at the
 * highest of its levels. Many members of one type that changed in the same way are told together.
 */
export function fold(changes: readonly Change[]): Change[] {
  let folded = [...changes];
  for (const keyOf of [placesKey, pathKey, causeKey]) {
    const known = new Map<string, Change>();
    for (const one of folded) {
      const key = keyOf(one);
      const first = known.get(key);
      known.set(key, first ? { ...first, level: higher(first.level, one.level) } : one);
    }
    folded = [...known.values()];
  }
  return gather(folded);
}

function placesKey(one: Change): string {
  const { rule, export: path, old, new: now } = one;
  if (!old && !now) return pathKey(one);
  return [rule, placeOf(old), placeOf(now), memberOf(path)].join(" ");
}

function pathKey({ rule, export: path, message }: Change): string {
  return [rule, path, message].join(" ");
}

/** What came is one cause wherever it came to, and so is what went. */
function causeKey(one: Change): string {
  const { rule, export: path, old, new: now } = one;
  const cause = /-added$/.test(rule) ? now : /-removed$/.test(rule) ? old : undefined;
  return cause && memberOf(path) !== "" ? [rule, placeOf(cause), memberOf(path)].join(" ") : JSON.stringify(one);
}

function placeOf(place: Change["old"]): string {
  return place ? `${place.file}:${place.line}:${place.column}` : "-";
}

/** The last step of a path: several elements of a tuple are at one place. */
function memberOf(path: string): string {
  return /[.[(<][^.[(<]*$/.exec(path)?.[0] ?? "";
}

/** More members than this, of one type and with one rule, are told as one. */
const MANY = 8;

function gather(changes: readonly Change[]): Change[] {
  const keyOf = ({ rule, level, export: path }: Change) => `${rule} ${level} ${parentOf(path)}`;
  const groups = new Map<string, Change[]>();
  for (const one of changes) {
    if (parentOf(one.export) === "") continue;
    groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  }
  return changes.flatMap((one) => {
    const group = groups.get(keyOf(one));
    if (!group || group.length <= MANY) return [one];
    if (group[0] !== one) return [];
    const names = group.slice(1).map(({ export: path }) => path.slice(parentOf(path).length).replace(/^\./, ""));
    const rest = names.length > 3 ? `${names.slice(0, 3).join(", ")} and ${names.length - 3} more` : names.join(", ");
    return [{ ...one, message: `${one.message}; and the same for ${rest}`, export: parentOf(one.export) }];
  });
}

/** `Api` of `Api.get(url)` and of `Api["x-y"]`; empty for an export itself. */
function parentOf(path: string): string {
  const name = /^[^.[(<]+/.exec(path)?.[0] ?? "";
  return name === path ? "" : name;
}
