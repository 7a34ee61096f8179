import type { Area, AreaOutcome, CheckContext } from "../../check/area.js";
import type { PageFacts } from "../../check/facts.js";
import { copiesOf } from "./copies.js";
import { checkPage, checkTogether } from "./page-rules.js";
import { findPages, variantsOf } from "./pages.js";
import type { Part } from "./part.js";

/** The shared packages of each page: a host among the targets, and its remotes, whether they are targets or not. */
export const shared: Area = {
  name: "shared",
  async run(context: CheckContext): Promise<AreaOutcome | undefined> {
    const { pages, unchecked } = await findPages(context);
    const { stateful = [] } = context.config.shared ?? {};
    const found = pages.map((page) => {
      const [only] = page;
      const isElsewhere = page.length === 1 && pages.some((one) => one.length > 1 && only && one.includes(only));
      return checkPage(page, { stateful, isElsewhere });
    });
    // Without a host, remotes of one project are most likely loaded by one.
    if (pages.every(([first]) => first && !first.isHost)) {
      for (const together of variantsOf(byName(pages.flat()))) found.push(checkTogether(together));
    }
    const reasons = new Set([...unchecked, ...found.flatMap((one) => one.unchecked.map(({ reason }) => reason))]);
    if (reasons.size === 0 && pages.flat().every(({ packages }) => packages.length === 0)) return undefined;
    // A remote of two hosts is on two pages.
    const diagnostics = new Map(found.flatMap((one) => one.diagnostics).map((one) => [JSON.stringify(one), one]));
    const outcome = { diagnostics: [...diagnostics.values()], unchecked: [...reasons].map((reason) => ({ reason })) };
    if (!context.wantsFacts) return outcome;
    return { ...outcome, facts: { pages: pages.filter((page) => page.some(hasPackages)).map(factsOf) } };
  },
};

/** Targets of one name are the same remote, which is on a page once. */
function byName(parts: readonly Part[]): Part[][] {
  const names = [...new Set(parts.map(({ name }) => name))];
  return names.map((name) => parts.filter((one) => one.name === name));
}

function hasPackages({ packages }: Part): boolean {
  return packages.length > 0;
}

function factsOf(parts: readonly Part[]): PageFacts {
  const copies = copiesOf(parts).map(({ brings, gets, ...copy }) => ({
    ...copy,
    ...(brings !== undefined && { brings }),
    ...(gets && { gets: { version: gets.version, of: gets.of } }),
  }));
  return { parts: parts.map(({ name, isHost }) => ({ name, isHost })), copies };
}
