import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkPage } from "../../../npm/fedseal/dist/gates/shared/page-rules.js";
import type { Part, SharedPackage } from "../../../npm/fedseal/dist/gates/shared/part.js";
import { readPart } from "../../../npm/fedseal/dist/gates/shared/read-part.js";
import { commonVersion, satisfies } from "../../../npm/fedseal/dist/gates/shared/satisfies.js";

/** What is said of pages beside the pairs in `__test__/rules/shared`. */

function shared(
  name: string,
  version: string,
  requiredVersion: string,
  rest: Partial<SharedPackage> = {},
): SharedPackage {
  return {
    name,
    version,
    requiredVersion,
    provides: true,
    singleton: true,
    strictVersion: false,
    eager: false,
    atStartup: false,
    scopes: ["default"],
    pointer: "/shared/0",
    ...rest,
  };
}

function part(name: string, packages: SharedPackage[], rest: Partial<Part> = {}): Part {
  const isHost = name === "shell";
  const strategy = "version-first" as const;
  return {
    name,
    file: name,
    isHost,
    isRemote: !isHost,
    strategy,
    scope: "default",
    remoteScopes: {},
    packages,
    ...rest,
  };
}

function found(parts: Part[]): string[] {
  return checkPage(parts).diagnostics.map(({ rule, severity, message }) => `${severity} ${rule}: ${message}`);
}

describe("who loses", () => {
  const remotes = [part("cart", [shared("lib", "1.5.0", "^1.0.0")]), part("shop", [shared("lib", "1.2.0", "~1.2.0")])];

  test("always, with version-first", () => {
    const shell = part("shell", [shared("react", "19.1.0", "*")]);
    expect(found([shell, ...remotes])[0]).toBe(
      "warning shared/unsatisfied-version: shop needs lib ~1.2.0, but it gets 1.5.0, the copy of cart",
    );
  });

  test("depending on who loads first, with loaded-first", () => {
    const strategy = "loaded-first" as const;
    const lazy = remotes.map((one) => ({ ...one, strategy }));
    expect(found([part("shell", [], { strategy }), ...lazy])[0]).toBe(
      "warning shared/unsatisfied-version: shop needs lib ~1.2.0, but it gets 1.5.0, the copy of cart when cart loads first",
    );
  });

  test("nobody, where a copy of its own is enough", () => {
    const own = remotes.map((one) => ({
      ...one,
      packages: one.packages.map((lib) => ({ ...lib, singleton: false, strictVersion: true })),
    }));
    expect(found([part("shell", []), ...own])).toEqual([]);
  });

  test("a copy without a version is called so", () => {
    const parts = [part("shell", []), part("shop", [shared("lib", "", "^1.0.0")])];
    const said = found(parts).join("\n");
    expect(said).toContain("gets a copy without a version, its own copy");
    expect(said).not.toMatch(/gets ,|offered ,/);
  });

  test("a range that Module Federation cannot read", () => {
    const [first] = found([
      part("shell", [shared("lib", "1.0.0", "*")]),
      part("shop", [shared("lib", "1.0.0", "workspace:*")]),
    ]);
    expect(first).toContain('Module Federation cannot read "workspace:*" as a range, so no version satisfies it');
  });

  test("a copy that the page has in another version only", () => {
    const shop = part("shop", [shared("lib", "", "^2.0.0", { provides: false, singleton: false })]);
    expect(found([part("shell", [shared("lib", "1.0.0", "^1.0.0")]), shop])).toEqual([
      "error shared/no-provider: shop needs lib ^2.0.0 from the page (`import: false`), and the page has 1.0.0 from shell",
    ]);
  });
});

describe("no false alarm", () => {
  test("a part that accepts the major version that it gets", () => {
    const shop = part("shop", [shared("react", "18.3.1", "^18.0.0 || ^19.0.0")]);
    expect(found([part("shell", [shared("react", "19.1.0", "^19.0.0")]), shop])).toEqual([]);
  });
  test("packages without state, and modules that are functions", () => {
    const packages = ["date-fns", "react/jsx-runtime", "reactive", "@shop/react"].map((name) =>
      shared(name, "1.0.0", "*", { singleton: false }),
    );
    expect(found([part("shop", packages)])).toEqual([]);
  });
  test("a host with `eager`, and one that is a remote, too", () => {
    const eager = [shared("react", "19.1.0", "*", { eager: true, atStartup: true })];
    expect(found([part("shell", eager)])).toEqual([]);
    expect(found([part("shell", eager, { isRemote: true })])).toEqual([]);
  });
  test("remotes that are alone: they may never meet", () => {
    expect(found([part("shop", [shared("react", "17.0.0", "^17.0.0")])])).toEqual([]);
  });
});

test("your own packages with state", () => {
  const shop = part("shop", [shared("@shop/session/store", "1.0.0", "*", { singleton: false })]);
  const rules = checkPage([shop], { stateful: ["@shop/session"] }).diagnostics.map(({ rule }) => rule);
  expect(rules).toEqual(["shared/singleton-missing"]);
});

test("what is not recorded is named", () => {
  const unknown = { singleton: undefined, strictVersion: undefined, eager: undefined, scopes: undefined };
  const shop = part("shop", [shared("lib", "1.0.0", "*", unknown)], { strategy: undefined, scope: undefined });
  const { unchecked } = checkPage([part("shell", [shared("lib", "1.0.0", "*")]), shop]);
  expect(unchecked).toEqual([
    {
      reason:
        "shop does not record `eager`, `singleton`, `shareStrategy`, `shareScope`, `strictVersion` of its shared packages; state them in `shared.facts.shop` of the configuration, or build shop with the plugin of fedseal",
    },
  ]);
});

describe("reading manifests of anybody", () => {
  const good = { name: "shop", shared: [{ name: "react", version: "19.1.0" }], remotes: [], exposes: [] };
  test.each([
    [[], "it is not an object"],
    [{ ...good, name: 1 }, "`name` is not a string"],
    [{ ...good, shared: {} }, "`shared` is not an array"],
    [{ ...good, shared: [null] }, "`shared[0]` has no name"],
    [{ ...good, sharing: [] }, "`sharing` is not an object"],
    [{ ...good, sharing: { strategy: "x" } }, '`sharing.strategy` is "x"; expected "version-first" or "loaded-first"'],
  ])("%j", (manifest, problem) => {
    expect(readPart(manifest, "m")).toBe(problem);
  });

  test("whatever it is, it is read or refused with a reason", () => {
    const key = fc.constantFrom(
      "name",
      "shared",
      "remotes",
      "exposes",
      "sharing",
      "packages",
      "scopes",
      "strategy",
      "version",
    );
    const value = fc.letrec((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constantFrom(null, 1, true, "loaded-first"),
        tie("list"),
        tie("object"),
      ),
      list: fc.array(tie("any"), { maxLength: 3 }),
      object: fc.dictionary(key, tie("any"), { maxKeys: 6 }),
    }));
    fc.assert(
      fc.property(value.any, value.any, (manifest, sharing) => {
        for (const one of [manifest, { ...good, sharing }]) {
          const read = readPart(one, "m");
          if (typeof read !== "string") checkPage([read, read]);
        }
      }),
      { numRuns: 2000, seed: 10 },
    );
  });
});

test("the common version of ranges is in each of them, and none is missed", () => {
  const version = fc
    .tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.constantFrom("", "", "-beta.1"))
    .map(([a, b, c, d]) => `${a}.${b}.${c}${d}`);
  const range = fc.oneof(
    fc.tuple(fc.constantFrom("^", "~", ">=", ">", "<", "<=", ""), version).map((both) => both.join("")),
    fc.tuple(version, version).map(([a, b]) => `>${a} <${b}`),
  );
  const ranges = fc.array(range, { minLength: 1, maxLength: 3 }).map((all) => all.join(" || "));
  const seen = { some: 0, none: 0 };
  fc.assert(
    fc.property(
      fc.array(ranges, { minLength: 2, maxLength: 3 }),
      fc.array(version, { minLength: 20, maxLength: 20 }),
      (all, tries) => {
        const common = commonVersion(all);
        seen[common === undefined ? "none" : "some"] += 1;
        if (common !== undefined) expect(all.filter((one) => !satisfies(common, one))).toEqual([]);
        else expect(tries.filter((one) => all.every((each) => satisfies(one, each)))).toEqual([]);
      },
    ),
    { numRuns: 3000, seed: 10 },
  );
  expect(Math.min(seen.some, seen.none)).toBeGreaterThan(300);
});
