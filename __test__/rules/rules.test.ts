import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, sep } from "node:path";
import { rules } from "@fedseal/binding";
import { afterAll, describe, expect, test } from "vitest";
import { text } from "../../npm/fedseal/dist/cli/contract/formats/text.js";
import { located } from "../../npm/fedseal/dist/contract/verdict/located.js";
import { compare } from "../../npm/fedseal/dist/contract/compare/compare.js";
import type { Profile } from "../../npm/fedseal/dist/contract/contract.js";
import { readSide } from "../../npm/fedseal/dist/contract/sides.js";
import { SourcePlaces } from "../../npm/fedseal/dist/contract/source-place/source-place.js";
import { fedseal, timeless } from "../commands/fedseal.ts";
import { buildPairs, gatePairs } from "./kinds.ts";
import { cacheSide, isCacheSide } from "./cache-runner.ts";

/**
 * Every rule has a folder that breaks it and one that does not, and every rule runs over every folder: both commands
 * are run over it, and `expected.txt` holds all they say.
 */

const here = import.meta.dirname;

/** Rules that no folder in git can break, and where they are tested. */
const ELSEWHERE: Record<string, string> = {
  "asset/duplicate-name": "../../crates/seal/tests/refusals.rs",
  "config/nothing-checked": "../commands/check.test.ts",
  "contract/any-in-stub": "../contract/bad-input.test.ts",
  "contract/contains-itself": "../commands/contract-chain.test.ts",
  "contract/does-not-satisfy": "../contract/story.test.ts",
  "contract/expose-not-found": "../contract/extract.test.ts",
  "contract/not-compared": "../contract/bad-input.test.ts",
  "contract/not-deployable": "../contract/story.test.ts",
  "contract/not-extracted": "../contract/extract.test.ts",
  "contract/not-locked": "../contract/story.test.ts",
  "contract/not-pulled": "../contract/pull.test.ts",
  "contract/package-edited": "../contract/bad-input.test.ts",
  "contract/stub-name-taken": "../contract/extract.test.ts",
  "contract/syntax-error": "../contract/extract.test.ts",
  "contract/typescript-too-old": "../contract/bad-input.test.ts",
  "contract/unclassified": "../contract/unclassified.test.ts",
  "contract/unreadable": "../contract/bad-input.test.ts",
  "contract/unresolved-import": "../contract/extract.test.ts",
  "contract/unresolved-name": "../contract/bad-input.test.ts",
  "contract/unsupported-source": "../contract/extract.test.ts",
  "contract/uses-incomplete": "../commands/contract-generate.test.ts",
  "contract/uses-removed": "../commands/contract-generate.test.ts",
  "contract/verdicts-disagree": "../commands/contract-typecheck.test.ts",
  "contract/version-missing": "../contract/bad-input.test.ts",
  "contract/version-not-raised": "../contract/story.test.ts",
  "contract/ways-differ": "../contract/unclassified.test.ts",
  "csp/policy-too-large": "../csp/gate.test.ts",
  "enforce/host-not-wired": "../bundlers/wiring.test.ts",
  "enforce/remote-not-covered": "../tamper/remote-types.test.ts",
  "enforce/remote-not-wired": "../bundlers/wiring.test.ts",
  "enforce/unknown-remote": "../bundlers/__snapshots__/options.test.ts.snap",
  "federation/exposes-of-another-plugin": "../bundlers/unusual.test.ts",
  "file/changed-while-read": "../../crates/inspect/src/folder.rs",
  "file/unwritable": "../commands/seal.test.ts",
  "integrity/changed-after-seal": "../bundlers/emission.test.ts",
  "internal/panic": "../bundlers/refusals.test.ts",
  "manifest/too-large": "../../crates/seal/tests/refusals.rs",
  "options/invalid": "../bundlers/__snapshots__/refusals.test.ts.snap",
  "serve/unreachable": "../commands/verify-url.test.ts",
  "sign/key-exposed": "../signing/commands.test.ts",
  "sign/key-unusable": "../signing/commands.test.ts",
  "sign/nothing-to-renew": "../signing/commands.test.ts",
  "sign/other-release": "../signing/commands.test.ts",
  "sign/signer-failed": "../signing/commands.test.ts",
  "signature/redirected": "../signing/served.test.ts",
};

const scratch = realpathSync(mkdtempSync(join(tmpdir(), "fedseal-test-")));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ids = readdirSync(here, { withFileTypes: true })
  .filter((area) => area.isDirectory())
  .flatMap((area) => readdirSync(join(here, area.name)).map((name) => `${area.name}/${name}`))
  .sort();
/** Rules about a change have an old and a new version in place of a bad and a good folder. */
const changes = ids.filter((id) => existsSync(join(here, id, "old")));
/** Rules about responses and servers have those in place of folders. */
const responses = ids.filter((id) => /^(cache|serve)\//.test(id) && isCacheSide(join(here, id, "bad")));

test("every rule has a pair, or is tested elsewhere", () => {
  const known = rules().map((rule) => rule.id);
  expect([...ids, ...Object.keys(ELSEWHERE)].sort()).toEqual(known);
  for (const [rule, file] of Object.entries(ELSEWHERE)) {
    expect(readFileSync(join(here, file), "utf8"), file).toContain(rule);
  }
});

/** Pages and builds have runners of their own: `gates.test.ts`, `builds.test.ts`. */
const others = [...gatePairs(here), ...buildPairs(here)];
describe.each(responses)("%s", (rule) => {
  test("is found in the bad response, not in the good one", async () => {
    const said = { bad: await cacheSide(join(here, rule, "bad")), good: await cacheSide(join(here, rule, "good")) };
    expect(said.bad).toContain(`[${rule}]`);
    expect(said.good).not.toContain(`[${rule}]`);
    await expect(`bad:\n${said.bad}good:\n${said.good}`).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });
});

/** Rules about a configuration have a project in each folder, and the calls that are made in it. */
const projects = ids.filter((id) => existsSync(join(here, id, "calls")));

describe.each(projects)("%s", (rule) => {
  test("is found in the bad project, not in the good one", async () => {
    const said = { bad: "", good: "" };
    const calls = readFileSync(join(here, rule, "calls"), "utf8").trim().split("\n");
    for (const side of ["bad", "good"] as const) {
      const dir = join(scratch, rule, side);
      cpSync(join(here, rule, side), dir, { recursive: true });
      for (const call of calls) {
        const { stdout, status } = timeless(fedseal(dir, ...call.split(" ")));
        said[side] += `${side} $ fedseal ${call}\n${stdout}exit code ${status}\n\n`;
      }
    }
    expect(said.bad).toContain(`[${rule}]`);
    expect(said.good).not.toContain(`[${rule}]`);
    await expect(said.bad + said.good).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });
});

const own = [...changes, ...responses, ...projects, ...others];

describe.each(ids.filter((id) => !own.includes(id)))("%s", (rule) => {
  test("is found in the bad folder, not in the good one", async () => {
    const said = { bad: "", good: "" };
    for (const side of ["bad", "good"] as const) {
      const dir = join(scratch, rule, side);
      cpSync(join(here, rule, side), dir, { recursive: true, verbatimSymlinks: true });
      for (const command of ["verify", "seal"]) {
        if (!existsSync(dir)) throw new Error(`${dir} is missing`);
        const { stdout, status } = timeless(fedseal(join(scratch, rule), command, side));
        said[side] += `$ fedseal ${command} ${side}\n${stdout}exit code ${status}\n\n`;
      }
    }
    expect(said.bad).toContain(`[${rule}]`);
    expect(said.good).not.toContain(`[${rule}]`);
    await expect(said.bad + said.good).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });
});

describe("rules about changes", () => {
  const found: Record<string, string[]> = {};

  test.each(changes)("%s is found between its versions", async (rule) => {
    const profile = existsSync(join(here, rule, "profile"))
      ? readFileSync(join(here, rule, "profile"), "utf8").trim()
      : "standard";
    const old = await readSide(join(here, rule, "old"), "old");
    const now = await readSide(join(here, rule, "new"), "new");
    if (!old.side || !now.side) throw new Error(JSON.stringify([...old.diagnostics, ...now.diagnostics]));
    const comparison = compare(old.side, now.side, { profile: profile as Profile });
    expect(comparison.undecided).toEqual([]);
    expect(comparison.findings.map((one) => one.rule)).toContain(rule);
    found[rule] = comparison.findings.map((one) => `${one.level} ${one.rule} ${one.export}`);
    const places = [old, now].map((one) => new SourcePlaces(one.side, one.origin)) as [SourcePlaces, SourcePlaces];
    const said = text(located(comparison, ...places), { early: false, verbose: true });
    const own = `${relative(process.cwd(), join(here, rule)).split(sep).join("/")}/`;
    await expect(`${said.replaceAll(own, "")}\n`).toMatchFileSnapshot(join(here, rule, "expected.txt"));
  });

  // What else a rule says about the pairs of others: a rule that is too eager shows here.
  test("every rule over every pair", async () => {
    await expect(`${JSON.stringify(found, null, 2)}\n`).toMatchFileSnapshot(join(here, "changes.json"));
  });
});
