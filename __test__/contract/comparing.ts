import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import type { Profile } from "../../npm/fedseal/dist/contract/contract.js";
import { readSide, readSides, together } from "../../npm/fedseal/dist/contract/sides.js";

/** As `fedseal contract diff` compares. */
export async function diff(old: string, now: string, profile: Profile = "standard") {
  return comparison(await readSides(old, now), profile);
}

/** Compares what does not change on the disk meanwhile: each side is read once, since that may take a run of tsc. */
export class Reader {
  readonly #sides = new Map<string, ReturnType<typeof readSide>>();

  async diff(old: string, now: string, profile: Profile = "standard") {
    return comparison(await together(await this.#side(old, "old"), await this.#side(now, "new")), profile);
  }

  #side(path: string, age: "old" | "new") {
    const key = `${age} ${path}`;
    const known = this.#sides.get(key) ?? readSide(path, age);
    this.#sides.set(key, known);
    return known;
  }
}

function comparison([before, after]: Awaited<ReturnType<typeof readSides>>, profile: Profile) {
  if (!before.side || !after.side) throw new Error(JSON.stringify([...before.diagnostics, ...after.diagnostics]));
  return compare(before.side, after.side, { profile });
}
