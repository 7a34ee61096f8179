import type { Area, AreaOutcome, CheckContext } from "../../check/area.js";
import { isWebAddress } from "../../config/addresses.js";
import { UNKNOWN_PAGE } from "./ask.js";
import { type BasePolicies, basePolicies } from "./base-policies.js";
import { judge } from "./judge.js";
import { needsIn } from "./known-needs.js";
import { type PagePolicies, pagePolicies } from "./page-policies.js";
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
    // Where nothing is configured, the page is what the address leads to.
    const page = settings?.page ?? read.address ?? given.url;
    const base = await basePolicies(context, settings, page, read.sources);
    if (read.policies.length === 0 && read.diagnostics.length === 0) return withoutPolicy(settings, base, page);
    const { needs, isComplete, ...known } = await needsIn(context, settings, page);
    const unchecked = [...read.unchecked, ...known.unchecked, ...(base?.unchecked ?? [])];
    const diagnostics = [...read.diagnostics, ...known.diagnostics];
    // Of a source that could not be read nobody knows whether its policy is gone.
    if (read.policies.length > 0 || read.isRead) {
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

/** No policy is named, and there is none: the base may have had one. */
function withoutPolicy(
  settings: CspSettings | undefined,
  base: BasePolicies | undefined,
  page: string,
): AreaOutcome | undefined {
  const facts = { policies: [], page, needs: [], isComplete: false };
  const diagnostics = base?.policies ? judge({ ...facts, base: base.policies }) : [];
  const unchecked = [...(settings === undefined ? [] : [{ reason: NO_POLICY }]), ...(base?.unchecked ?? [])];
  return diagnostics.length === 0 && unchecked.length === 0 ? undefined : { diagnostics, unchecked };
}

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
