import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** The areas whose rules are not about a sealed folder: their pairs are pages, or setups of a build. */
const AREAS = ["federation", "shared"];

function idsOf(here: string): string[] {
  return AREAS.flatMap((area) => readdirSync(join(here, area)).map((name) => `${area}/${name}`)).sort();
}

/** Pairs that are set up as builds: `bad/setup.ts` and `good/setup.ts`. */
export function buildPairs(here: string): string[] {
  return idsOf(here).filter((id) => existsSync(join(here, id, "bad/setup.ts")));
}

/** Pairs that are output folders of one page. */
export function gatePairs(here: string): string[] {
  return idsOf(here).filter((id) => !existsSync(join(here, id, "bad/setup.ts")));
}
