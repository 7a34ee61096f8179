import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import type { Profile } from "../../npm/fedseal/dist/contract/contract.js";
import { readSides } from "../../npm/fedseal/dist/contract/sides.js";

/** As `fedseal contract diff` compares. */
export async function diff(old: string, now: string, profile: Profile = "standard") {
  const [before, after] = await readSides(old, now);
  if (!before.side || !after.side) throw new Error(JSON.stringify([...before.diagnostics, ...after.diagnostics]));
  return compare(before.side, after.side, { profile });
}
