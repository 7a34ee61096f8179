import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, write } from "../contract/projects.ts";
import { fedseal, type Ran } from "./fedseal.ts";
import { contract, SHELL, SHOP, type Workspace, workspace } from "./workspace.ts";

/** Each finding has a place in a file of the user's, relative to the root of the repository. */

interface Result {
  ruleId: string;
  locations?: { physicalLocation: { artifactLocation: { uri: string }; region?: { startLine: number } } }[];
}

/** `rule at file:line` of each result. */
function places({ stdout }: Ran): string[] {
  const { results } = JSON.parse(stdout).runs[0] as { results: Result[] };
  return results.map(({ ruleId, locations }) => {
    const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
    return `${ruleId} at ${artifactLocation?.uri ?? "nowhere"}${region ? `:${region.startLine}` : ""}`;
  });
}

const { old, ...WITHOUT_OLD } = SHOP;
const BREAKING = { ...SHOP, price: SHOP.price.replace("article: string", "article: { id: string }") };
const SOURCE = `${BREAKING.price.replaceAll("declare ", "").replaceAll(";\n", ' {\n  return "" as never;\n}\n')}`;

/** A contract as it is written: over several lines. */
const pretty = (...args: Parameters<typeof contract>) => JSON.stringify(JSON.parse(contract(...args)), null, 2);

describe("can-i-deploy", () => {
  /** A repository in which the shell is recorded; the remote's project is beside it. */
  function deployed(matrix = "deployments.json", files: Record<string, string> = SHELL): Workspace {
    const at = workspace({ "shop.json": contract("shop", "2.4.0", SHOP) }, files);
    mkdirSync(join(at.root, ".git"));
    expect(at.run("generate", "--shell", "shell", "--uses", "src").status).toBe(0);
    expect(at.run("record-deployment", "--app", "shell@1.0.0", "--env", "live", "--matrix", matrix).status).toBe(0);
    return at;
  }

  function ask(at: Workspace, version: string, format = "sarif", matrix = "../shell/deployments.json"): Ran {
    const args = ["--remote", `shop@${version}`, "--env", "live", "--matrix", matrix, "--format", format];
    return fedseal(join(at.root, "apps/shop"), "contract", "can-i-deploy", ...args);
  }

  function candidate(at: Workspace, version: string, stubs: Record<string, string>, more: Record<string, string> = {}) {
    write(join(at.root, "apps/shop"), {
      "package.json": `{\n  "name": "shop",\n  "version": "${version}"\n}\n`,
      "dist/mf-contract.json": pretty("shop", version, stubs),
      ...more,
    });
  }

  const sources = { "src/price.ts": SOURCE, "src/old.ts": "export const old = '';\n" };

  test("what breaks is shown in the source", () => {
    const at = deployed();
    candidate(at, "2.5.0", BREAKING, sources);
    expect(places(ask(at, "2.5.0"))).toEqual(["contract/not-deployable at apps/shop/src/price.ts:1"]);
    expect(ask(at, "2.5.0", "github").stdout).toContain("file=apps/shop/src/price.ts,line=1");
  });

  test("another version is shown at the version", () => {
    const at = deployed();
    candidate(at, "3.0.0", SHOP, sources);
    expect(places(ask(at, "3.0.0"))).toEqual(["contract/not-deployable at apps/shop/package.json:3"]);
  });

  test("without sources, the contract itself has the place", () => {
    const at = deployed();
    candidate(at, "2.5.0", BREAKING);
    expect(places(ask(at, "2.5.0"))[0]).toMatch(
      /^contract\/not-deployable at apps\/shop\/dist\/mf-contract\.json:\d+$/,
    );
  });

  test("what is not known of a shell is shown in the matrix", () => {
    const files = { ...SHELL, "src/page.ts": "import(window.name);\nexport {};\n" };
    const at = workspace({ "shop.json": contract("shop", "2.4.0", SHOP) }, files);
    mkdirSync(join(at.root, ".git"));
    write(at.shell, {
      "deployments.json": JSON.stringify(
        {
          matrixVersion: 1,
          environments: { live: { "shell@1.0.0": { shell: { requires: {}, uses: {}, contracts: {} } } } },
          verdicts: {},
        },
        null,
        2,
      ),
    });
    candidate(at, "2.5.0", SHOP, sources);
    expect(places(ask(at, "2.5.0"))).toEqual(["contract/not-deployable at apps/shell/deployments.json:5"]);
    // A file of another repository cannot be annotated.
    const other = project({});
    write(other, {
      "deployments.json":
        '{ "matrixVersion": 1, "environments": { "live": { "shell@1.0.0": { "shell": { "requires": {}, "uses": {}, "contracts": {} } } } }, "verdicts": {} }',
    });
    expect(places(ask(at, "2.5.0", "sarif", join(other, "deployments.json")))).toEqual([
      "contract/not-deployable at apps/shop/package.json:3",
    ]);
  });

  test("an environment that nobody knows, and one that was mistyped", () => {
    const at = deployed();
    candidate(at, "2.5.0", SHOP, sources);
    const asked = (env: string, format: string) => {
      const args = ["--remote", "shop@2.5.0", "--env", env, "--matrix", "../shell/deployments.json"];
      return fedseal(join(at.root, "apps/shop"), "contract", "can-i-deploy", ...args, "--format", format);
    };
    expect(places(asked("life", "sarif"))[0]).toMatch(/^contract\/not-compared at apps\/shell\/deployments\.json/);
    expect(asked("life", "text").stdout).toContain('Did you mean "live"?');
    expect(asked("production", "text").stdout).toContain("(../shell/deployments.json has live)");
  });
});

describe("check and diff without sources", () => {
  const NOW = { ...WITHOUT_OLD, price: BREAKING.price };

  function repository(): string {
    const root = project({
      "old.json": pretty("shop", "2.4.0", SHOP),
      "dist/mf-contract.json": pretty("shop", "2.4.0", NOW),
    });
    mkdirSync(join(root, ".git"));
    expect(fedseal(root, "contract", "generate", "old.json", "--out", "contracts").status).toBe(0);
    return root;
  }

  const CONTRACT = "dist/mf-contract.json";

  test.each([
    ["check", ["check", "dist", "--package", "./contracts"]],
    ["diff", ["diff", "old.json", "dist"]],
  ])("%s: the contract has the place", (_, args) => {
    const root = repository();
    const found = places(fedseal(root, "contract", ...args, "--format", "sarif"));
    const line = (expose: string) =>
      pretty("shop", "2.4.0", NOW)
        .split("\n")
        .findIndex((one) => one.includes(expose)) + 1;
    expect(found).toContain(`contract/type-changed at ${CONTRACT}:${line('"./price": {')}`);
    expect(found).toContain(`contract/expose-removed at ${CONTRACT}:${line('"exposes"')}`);
    expect(found.join()).not.toContain("nowhere");
    for (const format of ["github", "markdown", "text"]) {
      const { stdout } = fedseal(root, "contract", ...args, "--format", format);
      expect(stdout).toContain(CONTRACT);
    }
  });

  test("from another folder of the repository", () => {
    const root = repository();
    write(root, { "apps/a/package.json": "{}" });
    const args = ["diff", "../../old.json", "../../dist", "--format", "sarif"];
    const found = places(fedseal(join(root, "apps/a"), "contract", ...args));
    expect(found.every((one) => one.includes(` at ${CONTRACT}:`))).toBe(true);
  });

  test("contract packages, declarations", () => {
    const root = repository();
    expect(fedseal(root, "contract", "generate", "dist", "--out", "next").status).toBe(0);
    write(root, { "a.d.ts": "export declare const a: 1, b: 1;\n", "b.d.ts": "export declare const a: 1;\n" });
    const packages = places(fedseal(root, "contract", "diff", "contracts", "next", "--format", "sarif"));
    expect(packages.filter((one) => one.startsWith("contract/expose-removed"))).toEqual([
      "contract/expose-removed at next/contracts.lock.json:1",
    ]);
    expect(packages.join()).not.toContain("nowhere");
    expect(places(fedseal(root, "contract", "diff", "a.d.ts", "b.d.ts", "--format", "sarif"))).toEqual([
      "contract/export-removed at b.d.ts:1",
    ]);
  });

  test("a remote that is not locked", () => {
    const root = repository();
    write(root, { [CONTRACT]: pretty("blog", "1.0.0", SHOP) });
    const found = fedseal(root, "contract", "check", "dist", "--package", "./contracts", "--format", "sarif");
    expect(places(found)).toEqual([`contract/not-locked at ${CONTRACT}:4`]);
  });
});
