import { localFiles } from "./local-files.js";
import type { Surfaces } from "./program.js";
import type { Side } from "./side.js";

/** Whether both sides are the same text, and want the same packages. */
export function sameTexts(surfaces: Surfaces, old: Side, now: Side): boolean {
  const [before, after] = [textsOf(surfaces, old), textsOf(surfaces, now)];
  if (before.size !== after.size || old.externals.size !== now.externals.size) return false;
  return [...before].every(([name, text]) => after.get(name) === text);
}

/** What was given; else the local modules, with their private members. */
function textsOf(surfaces: Surfaces, side: Side): ReadonlyMap<string, string> {
  return side.texts ?? new Map([...localFiles(surfaces, side)].map(([file, name]) => [name, surfaces.textOf(file)]));
}
