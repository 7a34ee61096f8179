import { figuresOf, type GateRules, judge, type Loads, type Verdict } from "../releases/gate.js";

/** The loads of a release that a verdict goes by, and how many people they are of. */
export interface JudgedLoads extends Loads {
  /** People with a load, and with one that failed. */
  people: number;
  failing: number;
  /** Failed loads of the one person that has most of them. */
  most: number;
}

export interface CanaryRules extends GateRules {
  /** People of whom loads have to be there for a verdict, and failed ones for a bad one. Default: 3. */
  people?: number;
  /** Like `confidence`, of a bad verdict. Default: 0.999. */
  stopConfidence?: number;
}

export const NO_LOADS: JudgedLoads = { loads: 0, errors: 0, people: 0, failing: 0, most: 0 };

/** How many of somebody's further loads count, of which some failed, and that one had some before. */
export function admitted(before: number, { loads, errors }: Loads, most: number): Loads {
  const room = Math.max(0, Math.min(loads, most - before));
  return { loads: room, errors: Math.min(errors, room) };
}

/** Two windows as one. Who is in both is counted once at least; who has most may be the same one. */
export function together(a: JudgedLoads, b: JudgedLoads): JudgedLoads {
  return {
    loads: a.loads + b.loads,
    errors: a.errors + b.errors,
    people: Math.max(a.people, b.people),
    failing: Math.max(a.failing, b.failing),
    most: a.most + b.most,
  };
}

/**
 * `judge`, of loads of people: no verdict hangs on one person. Canaries are looked at again and again, and each look may be wrong
 * by chance; so a bad verdict wants more confidence than a good one, which somebody asks for once.
 */
export function judgeCanary(
  canary: JudgedLoads,
  stable: JudgedLoads,
  { people = 3, stopConfidence = 0.999, ...rules }: CanaryRules = {},
): Verdict {
  // Whoever makes up failures, or has a broken browser: the others have to be enough. Failures of what is stable hide a bad canary.
  const usual = withoutOne(stable);
  const verdict = judge(canary, usual, rules);
  const figures = figuresOf(canary, stable);
  const made = (more: Partial<Verdict>): Verdict => ({ ...verdict, because: figures, ...more });
  const open = (because: string) => made({ verdict: "open", because: `${figures}${because}` });

  if (verdict.verdict === "open") return verdict;
  if (verdict.verdict === "good") {
    return canary.people < people ? open(`; ${canary.people} people have the canary, ${people} are needed`) : made({});
  }
  const strict = { ...rules, confidence: Math.max(stopConfidence, rules.confidence ?? 0) };
  const sure = judge(canary, usual, strict);
  if (sure.verdict !== "bad") return open("; more loads are needed to stop it");
  if (canary.failing < people) return open(`; they failed for ${canary.failing} people, ${people} are needed`);
  if (judge(withoutOne(canary), usual, strict).verdict !== "bad") {
    return open(`; ${canary.most} of those of the canary are of one person`);
  }
  return made({ canary: sure.canary, stable: sure.stable });
}

/** Loads without the failed ones of the person that has most of them. */
function withoutOne({ loads, errors, most }: JudgedLoads): Loads {
  return { loads: loads - most, errors: errors - most };
}
