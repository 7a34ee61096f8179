import type { Diagnostic } from "@fedseal/binding";
import { withoutCredentials } from "../config/addresses.js";
import { applyConfig, areaOf } from "../config/apply.js";
import type { LoadedConfig } from "../config/load.js";
import { diagnostic, panic } from "../diagnostics.js";
import type { Area, AreaOutcome, CheckContext } from "./area.js";
import { type CheckFacts, noFacts } from "./facts.js";

/** What a check came to. */
export interface CheckResult {
  /** By area in the order of the areas, the configuration's own last. */
  findings: Diagnostic[];
  checked: string[];
  unchecked: { area: string; reason: string }[];
  notApplicable: string[];
  /** How many findings exceptions cover. */
  excepted: number;
  /** The call was wrong: nothing ran, and nothing is written. */
  isRefused?: boolean;
  /** What the areas looked at; only where the context wants facts. */
  facts?: CheckFacts;
}

/**
 * Runs areas one after the other. An area that fails, or that found something undecided, is `unchecked`: never green. `today` is
 * the day in UTC that exceptions are judged by, as YYYY-MM-DD.
 */
export async function check(
  areas: readonly Area[],
  context: CheckContext,
  loaded: LoadedConfig,
  today: string,
): Promise<CheckResult> {
  const found: Diagnostic[] = [];
  const checked: string[] = [];
  const unchecked: CheckResult["unchecked"] = [];
  const notApplicable: string[] = [];
  const facts = noFacts();
  for (const area of areas) {
    const outcome = await outcomeOf(area, context);
    if (!outcome) {
      notApplicable.push(area.name);
      continue;
    }
    found.push(...byRule(outcome.diagnostics));
    addFacts(facts, outcome.facts);
    const undecided = outcome.diagnostics.filter((one) => one.undecided && one.severity === "error");
    const reasons = [
      ...outcome.unchecked.map(({ reason }) => withoutCredentials(reason)),
      ...undecided.map(({ message }) => message),
    ];
    if (reasons.length === 0) checked.push(area.name);
    else for (const reason of new Set(reasons)) unchecked.push({ area: area.name, reason });
  }
  if (checked.length === 0 && unchecked.length === 0) {
    const nothing = diagnostic("config/nothing-checked", "no area of the check applies here");
    found.push(nothing);
    unchecked.push({ area: "config", reason: nothing.message });
  }
  const { diagnostics, excepted } = await applyConfig(loaded, found, { today, checked, from: context.cwd });
  const result = { findings: diagnostics, checked, unchecked, notApplicable, excepted };
  return context.wantsFacts ? { ...result, facts } : result;
}

function addFacts(all: CheckFacts, { seals, contracts, headers, policies, pages }: Partial<CheckFacts> = {}): void {
  all.seals.push(...(seals ?? []));
  all.contracts.push(...(contracts ?? []));
  all.policies.push(...(policies ?? []));
  all.pages.push(...(pages ?? []));
  // Of thousands of files: too many for the arguments of a call.
  for (const one of headers ?? []) all.headers.push(one);
}

async function outcomeOf(area: Area, context: CheckContext): Promise<AreaOutcome | undefined> {
  try {
    return await area.run(context);
  } catch (thrown) {
    // A bug of ours in one area: the others are still worth reading, and this one is not green.
    return { diagnostics: [panic(thrown)], unchecked: [] };
  }
}

/** Findings of one rule next to each other, in the order in which the rules first occur. */
function byRule(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of diagnostics) groups.set(one.rule, [...(groups.get(one.rule) ?? []), one]);
  return [...groups.values()].flat();
}

/** Findings by the area that they are printed under. */
export function byArea({ findings }: Pick<CheckResult, "findings">): Map<string, Diagnostic[]> {
  const groups = new Map<string, Diagnostic[]>();
  for (const one of findings) {
    const area = areaOf(one.rule);
    groups.set(area, [...(groups.get(area) ?? []), one]);
  }
  return groups;
}
