import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, render } from "@fedseal/binding";
import { describe, expect, test } from "vitest";
import type { Area } from "../../npm/fedseal/dist/check/area.js";
import { federation } from "../../npm/fedseal/dist/gates/federation/area.js";
import { shared } from "../../npm/fedseal/dist/gates/shared/area.js";
import { contextOf } from "../gates/context.ts";
import { gatePairs } from "./kinds.ts";

/** Rules over the output folders of a page: each folder of a side is a target, and every area looks at every pair. */

const here = import.meta.dirname;
const AREAS: readonly Area[] = [shared, federation];

async function check(rule: string, side: "bad" | "good") {
  const folder = join(here, rule, side);
  const folders = readdirSync(folder).sort();
  const context = contextOf(Object.fromEntries(folders.map((name) => [name, join(folder, name)])));
  const diagnostics: Diagnostic[] = [];
  const unchecked: string[] = [];
  for (const area of AREAS) {
    const outcome = await area.run(context);
    diagnostics.push(...(outcome?.diagnostics ?? []));
    unchecked.push(...(outcome?.unchecked ?? []).map(({ reason }) => reason));
  }
  return { text: render({ findings: diagnostics, area: "shared", base: "" }, "text"), unchecked };
}

describe.each(gatePairs(here))("%s", (rule) => {
  test("is found in the bad page, and nothing is found in the good one", async () => {
    const [bad, good] = [await check(rule, "bad"), await check(rule, "good")];
    expect(bad.text).toContain(`[${rule}]`);
    expect(good).toEqual({ text: "", unchecked: [] });
    expect(bad.unchecked).toEqual([]);
    await expect(`${bad.text}\n`).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });
});
