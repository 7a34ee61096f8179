import { expect, test } from "vitest";
import type { Side } from "../../npm/fedseal/dist/contract/compare/side.js";
import { compareWithin } from "../../npm/fedseal/dist/contract/compare/within.js";

/** The time of a comparison is held in each of its phases, by ending the thread that it runs in. */

function side(age: "old" | "new", text: string): Side {
  const root = `/.fedseal-test/${age}`;
  const path = `${root}/index.d.ts`;
  return {
    age,
    root,
    packages: import.meta.dirname,
    files: new Map([[path, text]]),
    externals: new Map(),
    exposes: new Map([[".", path]]),
  };
}

test("a comparison that is ready in time is the comparison", async () => {
  const sides = [side("old", "export declare const a: 1;\n"), side("new", "export declare const a: 2;\n")] as const;
  const { bump, undecided } = await compareWithin(...sides, { profile: "standard", timeout: 120_000 });
  expect({ bump, undecided }).toEqual({ bump: "major", undecided: [] });
});

test("reading that takes too long is no verdict", async () => {
  const sides = [side("old", "export {};\n"), side("new", "export {};\n")] as const;
  const { findings, undecided } = await compareWithin(...sides, { profile: "standard", timeout: 1 });
  expect(findings).toEqual([]);
  expect(undecided).toMatchObject([
    {
      rule: "contract/not-compared",
      message: "the comparison took longer than 1 ms, and was ended while the declarations were read",
    },
  ]);
});

test("comparing that takes too long is no verdict, and names the export", async () => {
  // Each level multiplies the cases of the one below it: the compiler itself needs minutes for one of these.
  const text = (last: string) =>
    [
      'type A = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";',
      `type B = \`\${A}\${A}\${A}\${A}\`;`,
      `type Each<T> = T extends string ? { [K in T]: \`\${K}${last}\` } : never;`,
      "export declare function slow(x: { [K in B]: Each<B> }): void;",
      "export declare const quick: 1;",
      "",
    ].join("\n");
  const { findings, undecided } = await compareWithin(side("old", text("a")), side("new", text("b")), {
    profile: "standard",
    timeout: 4_000,
  });
  expect(findings).toEqual([]);
  expect(undecided).toHaveLength(1);
  expect(undecided[0]?.message).toMatch(
    /^the comparison took longer than 4000 ms, and was ended while (slow|the declarations)/,
  );
});
