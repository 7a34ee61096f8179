/** Whether a canary is as good as what is stable, by the loads that failed. */

/** How often something was loaded, and failed. */
export interface Loads {
  loads: number;
  errors: number;
}

export interface GateRules {
  /** Loads of the canary below which nothing is said. Default: 200. */
  minimum?: number;
  /** Probability, 0.5 to 0.9999, with which a verdict is right as far as chance goes. Default: 0.95. */
  confidence?: number;
  /** By how much more of its loads a canary may fail, of 1, and still be promoted. Default: 0.01. */
  tolerance?: number;
}

/** What is known, and in which interval the true share of failing loads lies. */
export interface Verdict {
  /** `"bad"`: it fails more often. `"good"`: it does not, by more than the tolerance. `"open"`: too few loads to tell. */
  verdict: "bad" | "good" | "open";
  because: string;
  canary: Interval;
  stable: Interval;
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * Judges a canary. Bad where even its best case is worse than the worst case of what is stable; good where its worst case is
 * within the tolerance of it.
 */
export function judge(
  canary: Loads,
  stable: Loads,
  { minimum = 200, confidence = 0.95, tolerance = 0.01 }: GateRules = {},
): Verdict {
  const z = quantile(confidence);
  const [own, other] = [wilson(canary, z), wilson(stable, z)];
  const words = figuresOf(canary, stable);
  const made = (verdict: Verdict["verdict"], because: string): Verdict => ({
    verdict,
    because,
    canary: own,
    stable: other,
  });
  // A bad one need not be shown to more people than it takes to tell.
  if (canary.loads >= Math.min(minimum, 30) && own.low > other.high) return made("bad", words);
  if (canary.loads < minimum) return made("open", `${words}; a good verdict needs ${minimum} of the canary`);
  if (stable.loads < minimum) return made("open", `${words}; a good verdict needs ${minimum} of what is stable`);
  if (own.high <= other.low + tolerance || own.high <= tolerance) return made("good", words);
  return made("open", `${words}; more loads are needed to tell`);
}

/** The figures of a verdict in words. */
export function figuresOf(canary: Loads, stable: Loads): string {
  const share = ({ loads, errors }: Loads) => `${errors} of ${loads} loads failed`;
  return `${share(canary)} of the canary, ${share(stable)} of what is stable`;
}

/** The interval of Wilson (1927) of a share: of use also where it is near 0, and where there are few. */
export function wilson({ loads, errors }: Loads, z: number): Interval {
  if (loads === 0) return { low: 0, high: 1 };
  const share = errors / loads;
  const square = z * z;
  const middle = (share + square / (2 * loads)) / (1 + square / loads);
  const half = (z / (1 + square / loads)) * Math.sqrt((share * (1 - share)) / loads + square / (4 * loads * loads));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** How many standard deviations around the mean hold a share of the normal distribution. */
export function quantile(confidence: number): number {
  if (!(confidence >= 0.5 && confidence <= 0.9999)) throw new RangeError("`confidence` is not 0.5 to 0.9999");
  let [low, high] = [0, 10];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (inside(middle) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** The share of the normal distribution within `z` standard deviations: erf(z/√2), by its series (DLMF 7.6.2). */
function inside(z: number): number {
  const x = z / Math.SQRT2;
  let term = x;
  let sum = x;
  for (let n = 1; n < 200 && Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return Math.min(1, (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum);
}
