import { spawnSync } from "node:child_process";
import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { rspack, type Stats } from "@rspack/core";
import { beforeAll, describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { filesOf } from "../folders.ts";
import { folder, SCRATCH } from "../scratch.ts";

/** What the teams of the example live through: real builds, the real command, the real compiler. */

const root = join(import.meta.dirname, "../..");
let here: string;

beforeAll(() => {
  here = folder(SCRATCH);
  const example = join(root, "examples/basic");
  cpSync(example, here, { recursive: true, filter: (path) => !/[/\\](dist|node_modules)$/.test(path) });
});

const button = () => join(here, "remote/src/Button.tsx");
const edit = (path: string, change: (text: string) => string) => {
  const text = readFileSync(path, "utf8");
  const changed = change(text);
  if (changed === text) throw new Error(`${path} does not hold what was to be changed`);
  writeFileSync(path, changed);
};

let builds = 0;

/** `rspack build` of the remote, as its pipeline runs it. */
async function build(): Promise<void> {
  // The configuration changes between builds.
  const { default: configure } = await import(`${join(here, "remote/rspack.config.js")}?${++builds}`);
  const compiler = rspack({
    ...configure({ out: join(here, "remote/dist") }),
    infrastructureLogging: { level: "warn" },
  });
  const stats = await new Promise<Stats | undefined>((done, fail) =>
    compiler.run((error, result) => compiler.close(() => (error ? fail(error) : done(result as Stats | undefined)))),
  );
  if (!stats || stats.hasErrors()) throw new Error(stats?.toString({ all: false, errors: true }));
}

function texts(dir: string): Record<string, string> {
  return Object.fromEntries(filesOf(dir).map((name) => [name, readFileSync(join(dir, name), "utf8")]));
}

function tsc(project: string) {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, "node_modules/typescript/bin/tsc"), "-p", project],
    {
      cwd: here,
      encoding: "utf8",
    },
  );
  return { stdout, status };
}

const check = (...more: string[]) =>
  fedseal(here, "contract", "check", "remote/dist", "--package", "contracts", ...more);
const version = (to: string) =>
  edit(join(here, "remote/package.json"), (text) => text.replace(/"version": "[^"]+"/, `"version": "${to}"`));

describe.sequential("the example", () => {
  const original = () =>
    cpSync(join(root, "examples/basic/remote"), join(here, "remote"), {
      recursive: true,
      filter: (path) => !/[/\\]dist$/.test(path),
    });

  test("the contract package in the repository is what its build makes", async () => {
    await build();
    const before = texts(join(here, "contracts"));
    const { stdout, status } = fedseal(here, ...GENERATE);
    expect({ stdout, status }).toMatchObject({ status: 0 });
    expect(stdout).toContain("nothing changed");
    expect(texts(join(here, "contracts"))).toEqual(before);
  });

  const GENERATE = [
    "contract",
    "generate",
    "remote/dist",
    "--out",
    "contracts",
    "--shell",
    "shell",
    "--uses",
    "host/src",
  ];

  test("the shell compiles against it, with real props", () => {
    // Found by its name from the copy, as an installed package is.
    const link = join(here, "node_modules/@platform");
    spawnSync("mkdir", ["-p", link]);
    if (!existsSync(join(link, "mfe-contracts")))
      symlinkSync(join(here, "contracts"), join(link, "mfe-contracts"), "dir");
    expect(tsc("host")).toEqual({ stdout: "", status: 0 });
    const wrong = join(here, "host/src/wrong.tsx");
    writeFileSync(
      wrong,
      `import { lazy } from "react";
import { typedLoad } from "@platform/mfe-contracts";
const Button = lazy(() => import("shop/Button"));
export const callback = <Button onBuy={(count: number) => count}>x</Button>;
export const children = <Button />;
export const unknown = typedLoad(async (id) => id)("shop/Nope");
export { nothing } from "shop/Button";
`,
    );
    const { stdout, status } = tsc("host");
    expect(status).not.toBe(0);
    const at = (line: number, words: RegExp) =>
      expect(stdout).toMatch(new RegExp(`wrong\\.tsx\\(${line},\\d+\\): error ${words.source}`));
    at(4, /TS2322: Type '\(count: number\) => number' is not assignable/);
    at(5, /TS2741: Property 'children' is missing/);
    at(6, /TS2345: Argument of type '"shop\/Nope"' is not assignable/);
    at(7, /TS2(305|614): Module '"shop\/Button"' has no exported member 'nothing'/);
    spawnSync("rm", [wrong]);
  });

  test("nothing changed: the check passes, and the shell is recorded where it is deployed", () => {
    expect(check()).toMatchObject({ status: 0 });
    const { status, stdout } = fedseal(
      here,
      "contract",
      "record-deployment",
      "--app",
      "shell@1.0.0",
      "--env",
      "production",
      "--package",
      "contracts",
    );
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: `fedseal: shell was read: 6 files of host/src
  shop ^1.4.0
    shop/Button: default
fedseal: shell@1.0.0 is in production → deployments.json
`,
    });
  });

  test("an optional prop is a minor change, which the version has to say", async () => {
    edit(button(), (text) => text.replace("  onBuy?:", '  tone?: "loud" | "quiet";\n  onBuy?:'));
    await build();
    const same = check();
    expect(same.status).toBe(1);
    expect(same.stdout).toContain("error[contract/version-not-raised]: shop is still 1.4.0");
    expect(same.stdout).toContain("minor[contract/property-added] ./Button#ButtonProps.tone");
    version("1.5.0");
    await build();
    const raised = check();
    expect(raised).toMatchObject({ status: 0 });
    expect(raised.stdout).toContain("shop 1.4.0 → 1.5.0: 1 compatible change; 1.5.0 covers it");
    expect(deploy("1.5.0")).toMatchObject({ status: 0 });
  });

  test("a renamed export fails with the words that help", async () => {
    original();
    edit(button(), (text) =>
      text.replace("interface ButtonProps", "interface BuyButtonProps").replace(": ButtonProps)", ": BuyButtonProps)"),
    );
    version("1.5.0");
    await build();
    const { stdout, status } = check();
    expect(status).toBe(1);
    expect(stdout).toMatchSnapshot();
    expect(stdout).toContain("major[contract/export-removed] ./Button#ButtonProps");
    expect(stdout).toContain("BuyButtonProps looks like it");
    expect(stdout).toContain("2.0.0 or later");
    const json = JSON.parse(check("--format", "json").stdout);
    expect(json).toMatchObject({ bump: "major", exitCode: 1, required: "2.0.0" });
    // The shell uses the component only, so it may go where the shell is.
    expect(deploy("1.5.0")).toMatchObject({ status: 0 });
  });

  test("an expose that is gone: can-i-deploy says no and names the shell", async () => {
    original();
    edit(join(here, "remote/rspack.config.js"), (text) => text.replace('"./Button"', '"./BuyButton"'));
    version("1.6.0");
    await build();
    expect(check().stdout).toContain("major[contract/expose-removed] ./Button");
    const { stdout, status } = deploy("1.6.0");
    expect(status).toBe(1);
    expect(stdout).toMatchSnapshot();
    expect(stdout).toContain("shell@1.0.0  no");
    const json = JSON.parse(deploy("1.6.0", "--format", "json").stdout);
    expect(json.shells["shell@1.0.0"]).toMatchObject({ deployable: false, method: "names" });
    expect(
      fedseal(
        here,
        "contract",
        "can-i-deploy",
        "--remote",
        "shop@1.6.0",
        "--env",
        "production",
        "--contract",
        "remote/dist",
        "--format",
        "sarif",
      ).stdout,
    ).toContain("contract/not-deployable");
  });

  test("what is not known is a no", () => {
    expect(deploy("1.6.0", "--env", "staging")).toMatchObject({ status: 2 });
    expect(deploy("9.9.9")).toMatchObject({ status: 2 });
    // The contract that the shell was compiled against was deleted.
    const matrix = JSON.parse(readFileSync(join(here, "deployments.json"), "utf8"));
    matrix.environments.production["shell@1.0.0"].shell.contracts.shop = "0".repeat(64);
    matrix.environments.production["shell@1.0.0"].shell.uses = { "shop/BuyButton": ["default"] };
    writeFileSync(join(here, "lost.json"), JSON.stringify(matrix));
    const { stdout, status } = deploy("1.6.0", "--matrix", "lost.json");
    expect(status).toBe(1);
    expect(stdout).toContain("is not stored");
  });

  test("a range that the shell does not work with is a no", async () => {
    original();
    version("2.0.0");
    await build();
    const { stdout, status } = deploy("2.0.0");
    expect(status).toBe(1);
    expect(stdout).toContain("it works with shop ^1.4.0, and this is 2.0.0");
  });

  test("the fast way says what TypeScript says", () => {
    const { stdout, status } = fedseal(
      here,
      "contract",
      "verify",
      "--root",
      "remote",
      "--stats",
      "remote/dist/mf-stats.json",
    );
    expect({ stdout, status }).toEqual({
      stdout: "fedseal: 1 expose compared with TypeScript 5.9.3: no difference\n",
      status: 0,
    });
  });

  test("a shape that the platform wants is proven", () => {
    const own = join(here, "contracts/interfaces.d.ts");
    writeFileSync(
      own,
      'export interface Mountable { mount(element: HTMLElement): () => void }\nexport interface Satisfied { "shop/Button": Mountable }\n',
    );
    const refused = check();
    expect(refused.status).toBe(1);
    expect(refused.stdout).toContain(
      "error[contract/does-not-satisfy]: shop/Button does not satisfy Mountable: missing or different: mount",
    );
    writeFileSync(
      own,
      'export interface Page { default: (props: { children: string }) => unknown }\nexport interface Satisfied { "shop/Button": Page }\n',
    );
    expect(check().stdout).not.toContain("contract/does-not-satisfy");
  });

  test("a remote that is not locked was not checked", () => {
    const contract = JSON.parse(readFileSync(join(here, "remote/dist/mf-contract.json"), "utf8"));
    writeFileSync(join(here, "other.json"), JSON.stringify({ ...contract, remote: "other" }));
    const { stdout, status } = fedseal(here, "contract", "check", "other.json", "--package", "contracts");
    expect(stdout).toContain("error[contract/not-locked]");
    expect(status).toBe(2);
  });

  function deploy(to: string, ...more: string[]) {
    const args = ["--remote", `shop@${to}`, "--env", "production", "--contract", "remote/dist"];
    return fedseal(here, "contract", "can-i-deploy", ...args, ...more);
  }
});
