import { applyEdits } from "../program.mjs";
import { classes } from "./classes.mjs";
import { exportsOfModule } from "./exports.mjs";
import { forms } from "./forms.mjs";
import { generics } from "./generics.mjs";
import { members } from "./members.mjs";
import { names } from "./names.mjs";
import { isSelecting } from "./selecting.mjs";
import { signatures } from "./signatures.mjs";
import { structure } from "./structure.mjs";
import { types } from "./types.mjs";

/**
 * Each mutation has a `name`, a `claim` and `sites`, which lists edits for every place where it can be done.
 * - `equal`: the same surface by construction, written in another way;
 * - `addition`: something that nobody has to use;
 * - `any`: only consumers say.
 */
export const mutations = [
  ...exportsOfModule,
  ...members,
  ...types,
  ...forms,
  ...signatures,
  ...generics,
  ...classes,
  ...structure,
  ...names,
];

const CLAIMS = ["equal", "addition", "any"];

/** The higher claim, of two mutations one after the other. */
export function joined(one, other) {
  return CLAIMS[Math.max(CLAIMS.indexOf(one), CLAIMS.indexOf(other))];
}

/** Two mutations that declare the same name would make one declaration of both. */
function declaresAgain({ text: added }, { text }) {
  return [...added.matchAll(/\b(?:interface|type|class|function|const|enum) (fuzz\w+)/gi)].some(([, name]) =>
    new RegExp(`\\b${name}\\b`).test(text),
  );
}

function claimOf({ claim, name }, surface, edits) {
  const isSame = claim === "equal" && name !== "as intersection";
  return claim === "any" || isSame || !edits.some(({ start }) => isSelecting(surface, start)) ? claim : "any";
}

/** One mutation of a surface. Kinds are equally likely, however many places each of them has. */
export function mutate(surface, random, wanted) {
  for (const mutation of random.shuffle(wanted ? mutations.filter(({ name }) => wanted.test(name)) : mutations)) {
    const sites = mutation.sites(surface, random);
    if (sites.length === 0) continue;
    const edits = random.pick(sites);
    if (edits.some((one) => declaresAgain(one, surface))) continue;
    const text = applyEdits(surface.text, edits);
    if (text === undefined || text === surface.text) continue;
    return { name: mutation.name, claim: claimOf(mutation, surface, edits), text };
  }
  return undefined;
}
