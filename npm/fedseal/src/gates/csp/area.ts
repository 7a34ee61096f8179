import type { Area, AreaOutcome, CheckContext } from "../../check/area.js";
import { isWebAddress } from "../../config/addresses.js";
import { UNKNOWN_PAGE } from "./ask.js";
import { judge } from "./judge.js";
import { needsIn } from "./known-needs.js";
import { basePolicies, type PagePolicies, pagePolicies } from "./page-policies.js";
import { policyFacts } from "./policy-facts.js";
import type { CspSettings } from "./settings.js";

/** The policy of the page against what its remotes need, and against the policy before. */
export const csp: Area = {
  name: "csp",
  async run(context: CheckContext): Promise<AreaOutcome | undefined> {
    const settings = context.config.csp;
    const given = pageOf(settings);
    if ("reason" in given) return { diagnostics: [], unchecked: [given] };
    const read = await pagePolicies(context, settings, given.url);
    // Nobody has named a policy, and there is none.
    if (!read && settings === undefined) return undefined;
    if (!read) return { diagnostics: [], unchecked: [{ reason: NO_POLICY }] };
    // Where nothing is configured, the page is what the address leads to.
    const page = settings?.page ?? read.address ?? given.url;
    const { needs, isComplete, ...known } = await needsIn(context, settings, page);
    const base = await basePolicies(context, settings, page, read.sources);
    const unchecked = [...read.unchecked, ...known.unchecked, ...(base?.unchecked ?? [])];
    const diagnostics = [...read.diagnostics, ...known.diagnostics];
    if (read.policies.length > 0) {
      // Of a page that another team serves, not all remotes are known here.
      const isOwn = settings?.remotes !== undefined || settings?.needs !== undefined || isInFiles(read.sources);
      const facts = { policies: read.policies, page, needs, isComplete: isComplete && isOwn };
      diagnostics.push(...judge({ ...facts, ...(base?.policies && { base: base.policies }) }));
    }
    const outcome = { diagnostics, unchecked };
    if (!context.wantsFacts) return outcome;
    return { ...outcome, facts: { policies: [policyFacts(read.policies, page, needs)] } };
  },
};

const NO_POLICY =
  "there is no policy: neither `csp.policy` nor `_headers`, `index.html` or `vercel.json` has one for the page";

function pageOf(settings: CspSettings | undefined): { url: string } | { reason: string } {
  const policies = [settings?.policy ?? []].flat();
  const url = settings?.page ?? policies.find(isWebAddress) ?? UNKNOWN_PAGE;
  return isWebAddress(url)
    ? { url }
    : { reason: `\`csp.page\` is ${JSON.stringify(url)}, which is not a URL of http or https` };
}

function isInFiles(sources: PagePolicies["sources"]): boolean {
  return sources.every((source) => "path" in source);
}
