import semver from "semver";

/**
 * Whether Module Federation's runtime takes a version for one of a range (`utils/semver` of
 * `@module-federation/runtime-core`). It reads ranges as npm does, with two differences. Pre-release versions need no
 * comparator of the same `major.minor.patch`. And it orders them in its own way, see {@link order}. What the runtime cannot
 * read is not satisfied.
 */
export function satisfies(version: string, range: string): boolean {
  const parsed = parse(version);
  if (!parsed) return false;
  return (setsOf(range) ?? []).some((set) => set.every((comparator) => holds(comparator, parsed)));
}

/** Whether the runtime can read a range: `workspace:*`, `latest` and `>=0`, for example, are satisfied by no version. */
export function isRange(range: string): boolean {
  return setsOf(range) !== undefined;
}

/** Whether the runtime takes `a` for lower than or equal to `b`. It takes a bare number for a version. */
export function isLowerOrEqual(a: string, b: string): boolean {
  return satisfies(padded(a), `<=${padded(b)}`);
}

/** The lowest version that is in every range; undefined if there is none. Ranges have to be readable. */
export function commonVersion(ranges: readonly string[]): string | undefined {
  // The lowest element of an intersection is the lower bound of one of the ranges, or the lowest version of all.
  const bounds = ranges.flatMap((range) => (setsOf(range) ?? []).flat()).flatMap(lowestOf);
  return ["0.0.0-0", ...bounds]
    .filter((version) => ranges.every((range) => satisfies(version, range)))
    .sort(semver.compare)[0];
}

function holds({ operator, semver: bound }: semver.Comparator, version: semver.SemVer): boolean {
  // The comparator of `*` has no version.
  if (!(bound instanceof semver.SemVer)) return true;
  const isSame = bound.version === version.version;
  switch (operator) {
    case ">":
      return order(bound, version) < 0;
    case ">=":
      return isSame || order(bound, version) < 0;
    case "<":
      return order(bound, version) > 0;
    case "<=":
      return isSame || order(bound, version) > 0;
    default:
      return isSame;
  }
}

/**
 * Below 0 if the runtime takes `bound` for lower than `version`. Differences from SemVer 2.0.0, section 11: of two
 * pre-releases that begin alike, the one with fewer fields is higher; a text is lower than the number it is compared with, on
 * either side.
 */
function order(bound: semver.SemVer, version: semver.SemVer): number {
  const release =
    Math.sign(bound.major - version.major) ||
    Math.sign(bound.minor - version.minor) ||
    Math.sign(bound.patch - version.patch);
  if (release !== 0) return release;
  const [left, right] = [bound.prerelease, version.prerelease];
  if (left.length === 0 || right.length === 0) return Math.sign(right.length - left.length);
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const [a, b] = [left[index], right[index]];
    if (a === b) continue;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    // As the runtime writes it: a text compared with a number is neither greater nor equal, and that counts as lower.
    return atom(a) > atom(b) ? 1 : -1;
  }
  return 0;
}

/** The runtime compares numbers as numbers, but for 0, which stays a text. */
function atom(field: string | number): string | number {
  return field === 0 ? "0" : field;
}

/** Versions at a lower bound and right above it, with and without pre-releases. */
function lowestOf({ operator, semver: bound }: semver.Comparator): string[] {
  // The comparator of `*` has no version.
  if (!(bound instanceof semver.SemVer) || operator.startsWith("<")) return [];
  const release = `${bound.major}.${bound.minor}.${bound.patch}`;
  const next = `${bound.major}.${bound.minor}.${bound.patch + 1}`;
  const later = bound.prerelease.length > 0 ? semver.inc(bound.version, "prerelease") : null;
  return [
    bound.version,
    ...(later ? [later] : []),
    ...(bound.prerelease.length > 0 ? [release] : []),
    `${next}-0`,
    next,
  ];
}

/** Each alternative is read on its own, so that one that cannot be read leaves the others; undefined if none can be. */
function setsOf(range: string): readonly (readonly semver.Comparator[])[] | undefined {
  const sets = range.split("||").flatMap((alternative) => {
    try {
      const set = new semver.Range(alternative.trim()).set;
      // A mistake of the runtime: it drops `>=0.0.0`, and takes what is left of `>=0` for a range without versions.
      const isAny = set.every((all) => all.every((one) => !(one.semver instanceof semver.SemVer)));
      return isAny && /\d/.test(alternative) ? [] : set;
    } catch (error) {
      if (error instanceof TypeError) return [];
      throw error;
    }
  });
  return sets.length > 0 ? sets : undefined;
}

function parse(version: string): semver.SemVer | null {
  // `=1.2.3` and spaces are loose forms, which the runtime does not take for versions.
  return /^v?\d/.test(version) ? semver.parse(version) : null;
}

function padded(version: string): string {
  if (Number.isNaN(Number(version))) return version;
  return version + ".0".repeat(Math.max(0, 3 - version.split(".").length));
}
