import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { build, folder, type Producer, remote, type Setup } from "../bundlers/producers.ts";
import { buildPairs } from "./kinds.ts";

/** Rules about a build: a setup that breaks them and one that does not, with both bundlers. */

const here = import.meta.dirname;
const PRODUCERS: readonly Producer[] = ["rspack", "webpack + enhanced"];

/** `leftovers` are files that an earlier build wrote. */
async function said(producer: Producer, rule: string, side: "bad" | "good"): Promise<string[]> {
  const { default: setup } = (await import(join(here, rule, side, "setup.ts"))) as {
    default: Setup & { leftovers?: Record<string, string> };
  };
  const { leftovers = {}, ...rest } = setup;
  const out = folder();
  for (const [name, text] of Object.entries(leftovers)) {
    mkdirSync(dirname(join(out, name)), { recursive: true });
    writeFileSync(join(out, name), text);
    utimesSync(join(out, name), 1_700_000_000, 1_700_000_000);
  }
  const { errors, warnings } = await build(producer, remote(producer, { minimize: false, ...rest, out }));
  return [...errors, ...warnings].filter((one) => /^(?:error|warning)\[(?:federation|shared)\//.test(one));
}

describe.each(buildPairs(here))("%s", (rule) => {
  test("is found in the bad build, and no mistake is found in the good one", async () => {
    let text = "";
    for (const producer of PRODUCERS) {
      const [bad, good] = [await said(producer, rule, "bad"), await said(producer, rule, "good")];
      expect(bad.map((one) => /\[(.*?)\]/.exec(one)?.[1])).toEqual([rule]);
      expect(good).toEqual([]);
      // Names with hashes differ between versions of the bundlers.
      text += `# ${producer}\n${bad.join("\n").replaceAll(/\.[0-9a-f]{8}\.|\([0-9a-f]{12}…\)/g, (hash) => hash.replaceAll(/[0-9a-f]/g, "0"))}\n\n`;
    }
    await expect(text).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });
});
