import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import type { Side } from "../../npm/fedseal/dist/contract/compare/side.js";
import { compareWithin } from "../../npm/fedseal/dist/contract/compare/within.js";
import { folder } from "../scratch.ts";

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

/** Each level multiplies the cases of the one below it: the compiler itself needs minutes for one of these. */
const endless = (last: string) =>
  [
    'type A = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "8" | "9";',
    `type B = \`\${A}\${A}\${A}\${A}\`;`,
    `type Each<T> = T extends string ? { [K in T]: \`\${K}${last}\` } : never;`,
    "export declare function slow(x: { [K in B]: Each<B> }): void;",
    "export declare const quick: 1;",
    "",
  ].join("\n");

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
  const { findings, undecided } = await compareWithin(side("old", endless("a")), side("new", endless("b")), {
    profile: "standard",
    timeout: 4_000,
  });
  expect(findings).toEqual([]);
  expect(undecided).toHaveLength(1);
  expect(undecided[0]?.message).toMatch(
    /^the comparison took longer than 4000 ms, and was ended while (slow|the declarations)/,
  );
});

describe("the thread of a comparison", () => {
  const old = side("old", "export declare const a: 1;\n");
  const now = side("new", "export declare const a: 2;\n");
  const WITHIN = new URL("../../npm/fedseal/dist/contract/compare/within.js", import.meta.url);

  /** How many threads `work` starts: each has the next number. */
  async function started(work: () => Promise<unknown>): Promise<number> {
    const number = async () => {
      const worker = new Worker("", { eval: true });
      const { threadId } = worker;
      await once(worker, "exit");
      return threadId;
    };
    const before = await number();
    await work();
    return (await number()) - before - 1;
  }

  test("does the work that follows at once, too", async () => {
    const bumps: string[] = [];
    const ask = async (one: Side, other: Side) =>
      bumps.push((await compareWithin(one, other, { profile: "standard", timeout: 120_000 })).bump);
    await ask(old, now);
    const threads = await started(async () => {
      await ask(old, side("new", "export declare const a: 1;\n"));
      await ask(old, now);
    });
    expect(bumps).toEqual(["major", "none", "major"]);
    expect(threads).toBe(0);
  });

  test("that was ended does no more work, and the next comparison is whole", async () => {
    const ends = [side("old", endless("a")), side("new", endless("b"))] as const;
    const late = await compareWithin(...ends, { profile: "standard", timeout: 50 });
    expect(late.undecided).toHaveLength(1);
    const whole = await compareWithin(old, now, { profile: "standard", timeout: 120_000 });
    expect({ bump: whole.bump, undecided: whole.undecided }).toEqual({ bump: "major", undecided: [] });
  });

  test("is one for each of several comparisons at the same time", async () => {
    const all = await Promise.all(
      [old, old, old].map((one) => compareWithin(one, now, { profile: "standard", timeout: 120_000 })),
    );
    expect(all.map(({ bump }) => bump)).toEqual(["major", "major", "major"]);
  });

  test("keeps no process from ending", () => {
    const side = (
      age: string,
      value: number,
    ) => `({ age: "${age}", root: "/.fedseal-test/${age}", packages: "/", externals: new Map(),
      files: new Map([["/.fedseal-test/${age}/index.d.ts", "export declare const a: ${value};"]]),
      exposes: new Map([[".", "/.fedseal-test/${age}/index.d.ts"]]) })`;
    const script = join(folder(), "compare.mjs");
    writeFileSync(
      script,
      `import { compareWithin } from ${JSON.stringify(WITHIN.href)};
      const { bump } = await compareWithin(${side("old", 1)}, ${side("new", 2)}, { profile: "standard", timeout: 120000 });
      console.log(bump);`,
    );
    const { stdout, stderr, status } = spawnSync(process.execPath, [script], { encoding: "utf8" });
    expect({ stdout, stderr, status }).toEqual({ stdout: "major\n", stderr: "", status: 0 });
  });
});
