import { VIRTUAL } from "../../npm/fedseal/dist/contract/align.js";
import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import type { Profile } from "../../npm/fedseal/dist/contract/contract.js";
import { readSide, readSides, together } from "../../npm/fedseal/dist/contract/sides.js";

/** As `fedseal contract diff` compares. */
export async function diff(old: string, now: string, profile: Profile = "standard") {
  return comparison(await readSides(old, now), profile);
}

type Read = Awaited<ReturnType<typeof readSide>>;

/**
 * Compares what does not change on the disk meanwhile: each folder is read once, since that may take a run of tsc, and stands for
 * either side then. What is compared differs by side in the names of its virtual folder alone; "a folder as the new side" in
 * pairs.test.ts holds that.
 */
export class Reader {
  readonly #read = new Map<string, Promise<Read>>();

  async diff(old: string, now: string, profile: Profile = "standard") {
    return comparison(await together(await this.#side(old, "old"), await this.#side(now, "new")), profile);
  }

  async #side(path: string, age: "old" | "new"): Promise<Read> {
    const known = this.#read.get(path) ?? readSide(path, "old");
    this.#read.set(path, known);
    const read = await known;
    return age === "old" || !read.side ? read : { ...read, side: asNew(read.side) };
  }
}

/** A side that was read as the old one, as the new one. */
export function asNew(side: NonNullable<Read["side"]>): NonNullable<Read["side"]> {
  const old = `${VIRTUAL}/old`;
  const rename = (path: string) =>
    path === old || path.startsWith(`${old}/`) ? `${VIRTUAL}/new${path.slice(old.length)}` : path;
  return {
    ...side,
    age: "new",
    root: rename(side.root),
    files: new Map([...side.files].map(([path, text]) => [rename(path), text])),
    exposes: new Map([...side.exposes].map(([key, path]) => [key, rename(path)])),
  };
}

function comparison([before, after]: Awaited<ReturnType<typeof readSides>>, profile: Profile) {
  if (!before.side || !after.side) throw new Error(JSON.stringify([...before.diagnostics, ...after.diagnostics]));
  return compare(before.side, after.side, { profile });
}
