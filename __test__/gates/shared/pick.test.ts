import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Part, SharedPackage } from "../../../npm/fedseal/dist/gates/shared/part.js";
import { pickCopies } from "../../../npm/fedseal/dist/gates/shared/pick.js";
import { isLowerOrEqual, satisfies } from "../../../npm/fedseal/dist/gates/shared/satisfies.js";
import { runPage } from "./runtime.ts";

// The runtime warns of each part that loses.
vi.spyOn(console, "warn").mockImplementation(() => {});

/** The prediction against Module Federation's own runtime: which copy each part runs with. */

const VERSIONS = ["17.0.2", "18.0.0", "18.2.0", "18.3.0-rc.1", "18.3.1", "19.0.0-beta.2", "19.0.0", "19.1.0"];
const RANGES = [
  "*", "^17.0.0", "^18.0.0", "~18.2.0", "18.x", "18", ">=17 <19", "^18.0.0 || ^19.0.0", "18.0.0 - 18.3",
  "^19.0.0-beta", ">=18.3.0-rc", "<=18.2", ">18", "=18.2.0", "workspace:*",
]; // biome-ignore format: one list

/** Another package of the host, which it loads before. */
const OTHER: SharedPackage = {
  name: "other",
  pointer: "/shared/1",
  version: "1.0.0",
  requiredVersion: "*",
  provides: true,
  singleton: false,
  strictVersion: false,
  eager: false,
  atStartup: false,
  scopes: ["default"],
};

const version = fc.constantFrom(...VERSIONS);
const shared = (isHost: boolean) =>
  fc.record({
    version,
    provides: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.constant(false)),
    requiredVersion: fc.constantFrom(...RANGES),
    singleton: fc.boolean(),
    strictVersion: fc.boolean(),
    eager: isHost ? fc.boolean() : fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    atStartup: isHost ? fc.boolean() : fc.constant(false),
    scopes: fc.oneof(
      { weight: 4, arbitrary: fc.constant(["default"]) },
      { weight: 1, arbitrary: fc.constantFrom(["x"], ["default", "x"], ["x", "default"]) },
    ),
  });
const part = (isHost: boolean) =>
  fc.record({
    strategy: fc.constantFrom("version-first" as const, "loaded-first" as const),
    scope: fc.oneof({ weight: 4, arbitrary: fc.constant("default") }, fc.constant("x")),
    link: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, fc.constantFrom("default", "x")),
    other: isHost ? fc.constantFrom(undefined, ["default"], ["x"]) : fc.constant(undefined),
    shared: fc.oneof({ weight: 6, arbitrary: shared(isHost) }, fc.constant(undefined)),
  });
const page = fc
  .tuple(
    part(true),
    fc.array(part(false), { minLength: 1, maxLength: 3 }),
    fc.shuffledSubarray(["a", "k", "p", "z"], { minLength: 4 }),
  )
  .map(([host, remotes, names]): Part[] => {
    const all = [host, ...remotes].map(({ strategy, scope, shared: one, other }, index): Part => {
      const lib = one && { ...one, name: "lib", pointer: "/shared/0", ...startup(one) };
      const packages: SharedPackage[] = [...(lib ? [lib] : []), ...(other ? [{ ...OTHER, scopes: other }] : [])];
      const name = names[index] as string;
      return {
        name,
        file: name,
        isHost: index === 0,
        isRemote: index > 0,
        strategy,
        scope,
        remoteScopes: {},
        packages,
      };
    });
    const links = remotes.flatMap(({ link }, index) => (link ? [[names[index + 1] as string, link]] : []));
    return all.map((one, index) => (index === 0 ? { ...one, remoteScopes: Object.fromEntries(links) } : one));
  });

/** Only an eager copy can run at startup: the others are another finding. */
function startup({ atStartup, eager, provides }: { atStartup: boolean; eager: boolean; provides: boolean }) {
  return { atStartup: atStartup && eager && provides };
}

function predicted(parts: readonly Part[]) {
  return pickCopies("lib", parts).map(({ part: { name }, copy, isRefused }) => ({
    part: name,
    copy: copy && !isRefused ? `${copy.version} of ${copy.of}` : undefined,
  }));
}

test("the copy that each part gets, in 3,000 generated pages", async () => {
  const seen = { refused: 0, foreign: 0, pages: 0, several: 0 };
  await fc.assert(
    fc.asyncProperty(page, async (parts) => {
      const got = await runPage("lib", parts);
      expect(predicted(parts)).toEqual(got);
      seen.pages += 1;
      if (got.some(({ copy }) => copy === undefined)) seen.refused += 1;
      if (got.some(({ part: name, copy }) => copy && !copy.endsWith(` of ${name}`))) seen.foreign += 1;
      if (new Set(got.map(({ copy }) => copy)).size > 1) seen.several += 1;
    }),
    { numRuns: 3000, seed: 10 },
  );
  // Pages of every kind were among them.
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(300);
});

test("versions and ranges, by the runtime's own rule", async () => {
  const file = join(
    import.meta.dirname,
    "../../../node_modules/@module-federation/runtime-core/dist/utils/semver/index.js",
  );
  const { satisfy } = (await import(pathToFileURL(file).href)) as { satisfy(version: string, range: string): boolean };
  const atom = fc.constantFrom("0", "1", "2", "10", "x", "*");
  const number = fc.constantFrom("0", "1", "2", "10");
  const pre = fc.constantFrom("", "", "-0", "-beta", "-beta.2", "-rc.1", "-alpha.beta");
  const exact = fc.tuple(number, number, number, pre).map(([a, b, c, d]) => `${a}.${b}.${c}${d}`);
  const partial = fc.oneof(
    exact,
    atom,
    fc.tuple(number, atom).map((parts) => parts.join(".")),
    fc.tuple(number, number, atom).map((parts) => parts.join(".")),
  );
  const comparator = fc
    .tuple(fc.constantFrom("", "", "^", "^", "~", ">=", "<", "<=", ">", "="), partial)
    .map(([operator, one]) => operator + one);
  const simple = fc.oneof(
    comparator,
    fc.tuple(comparator, comparator).map((two) => two.join(" ")),
    fc.tuple(partial, partial).map((two) => two.join(" - ")),
    fc.constantFrom("", "latest", "workspace:*", "npm:react@18", "v1.2.3"),
  );
  const range = fc.array(simple, { minLength: 1, maxLength: 2 }).map((all) => all.join(" || "));
  const seen = { yes: 0, no: 0 };
  fc.assert(
    fc.property(exact, range, exact, (one, wanted, other) => {
      const answer = satisfy(one, wanted);
      expect([one, wanted, satisfies(one, wanted)]).toEqual([one, wanted, answer]);
      expect([one, other, isLowerOrEqual(one, other)]).toEqual([one, other, satisfy(one, `<=${other}`)]);
      seen[answer ? "yes" : "no"] += 1;
    }),
    { numRuns: 20000, seed: 10 },
  );
  expect(Math.min(seen.yes, seen.no)).toBeGreaterThan(2000);
});
