import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  appProblem,
  environmentProblem,
  packageProblem,
  remoteProblem,
  versionProblem,
} from "../../npm/fedseal/dist/contract/names.js";
import { build, copyOfApp, folder, PRODUCERS, remote } from "../bundlers/producers.ts";
import { fedseal } from "../commands/fedseal.ts";
import { contract, SHOP } from "../commands/workspace.ts";
import { project } from "./projects.ts";

/** Names become paths, specifiers and keys: one rule for each kind, wherever it is given. */

const REMOTES = ["my shop", "../x", "", ".", "a/../b", "/x", "a//b", "shop.", ".shop", "shop@2", "sh\nop", "ambient"];
const VERSIONS = ["2.4", "", "v2.4.0", " 2.4.0", "2.4.0 ", "latest", "1.0.0.0"];
const PACKAGES = ["Bad Name", "", "../x", "@a", "@A/b", ".x", "a/b/c"];
const ENVIRONMENTS = ["", " ", " a", "a\n"];
const EXPOSE = ["--expose", "./Button=src/Button.ts"];

const remoteFiles = (version = "1.0.0") => ({
  "package.json": JSON.stringify({ name: "shop", version }),
  "src/Button.ts": "export declare const a: 1;\n",
  "shop.json": contract("shop", "1.0.0", SHOP),
});

function refused(root: string, ...args: string[]): string {
  const { stdout, stderr, status } = fedseal(root, "contract", ...args);
  expect({ args, status }).toEqual({ args, status: 2 });
  return stdout + stderr;
}

describe("the rules", () => {
  test.each(REMOTES)("no remote is called %j", (name) => {
    expect(remoteProblem(name)).toContain(JSON.stringify(name));
    if (name !== "ambient") expect(appProblem(name)).toContain(JSON.stringify(name));
  });

  test.each(VERSIONS)("%j is no version", (version) => {
    expect(versionProblem(version)).toContain(JSON.stringify(version));
  });

  test.each(PACKAGES)("no package is called %j", (name) => {
    expect(packageProblem(name)).toContain(JSON.stringify(name));
  });

  test.each(ENVIRONMENTS)("no environment is called %j", (name) => {
    expect(environmentProblem(name)).toContain(JSON.stringify(name));
  });

  test.each(["shop", "@team/shop", "app_1", "a.b", "__host__", "école", "team/shop", "s-h"])("%s is a name", (name) => {
    expect([remoteProblem(name), appProblem(name), environmentProblem(name)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test.each(["1.0.0", "1.0.0-rc.1", "1.0.0+build.5", "0.0.0"])("%s is a version", (version) => {
    expect(versionProblem(version)).toBeUndefined();
  });

  test.each(["@platform/mfe-contracts", "contracts", "a.b_c"])("%s is a package", (name) => {
    expect(packageProblem(name)).toBeUndefined();
  });
});

describe("extract", () => {
  const root = project(remoteFiles());

  test("--remote and --remote-version", () => {
    for (const name of ["my shop", "../x", ""]) {
      expect(refused(root, "extract", "--remote", name, ...EXPOSE)).toContain(JSON.stringify(name));
    }
    for (const version of ["2.4", ""]) {
      expect(refused(root, "extract", "--remote", "shop", "--remote-version", version, ...EXPOSE)).toContain("1.2.0");
    }
  });

  test.each(["2.4", ""])("version %j of package.json", (version) => {
    const said = refused(project(remoteFiles(version)), "extract", "--remote", "shop", ...EXPOSE);
    expect(said).toContain("error[contract/version-missing]");
    expect(said).toContain(JSON.stringify(version));
    expect(said).toContain("at   package.json");
  });

  test("what extract takes, generate takes", () => {
    const args = ["--remote", "@team/école.one", "--remote-version", "1.0.0-rc.1+build.5", ...EXPOSE];
    expect(fedseal(root, "contract", "extract", ...args).status).toBe(0);
    expect(fedseal(root, "contract", "generate", "mf-contract.json", "--out", "made").status).toBe(0);
    const lock = JSON.parse(readFileSync(join(root, "made/contracts.lock.json"), "utf8"));
    expect(Object.keys(lock.remotes)).toEqual(["@team/école.one"]);
  });
});

test("the statistics of a build name the remote by the same rule", () => {
  const stats = { name: "my shop", exposes: [{ path: "./Button", file: "src/Button.ts" }] };
  const root = project({ ...remoteFiles(), "mf-stats.json": JSON.stringify(stats) });
  expect(refused(root, "extract", "--stats", "mf-stats.json")).toContain('cannot be called "my shop"');
});

test.each(PRODUCERS)("%s: a build whose version is none", async (producer) => {
  const [context, out] = [copyOfApp(), folder()];
  const options = { context, out, fedseal: { contract: { version: "2.4" } } };
  const { errors } = await build(producer, remote(producer, options));
  expect(errors.join("\n")).toContain("contract/version-missing");
  expect(errors.join("\n")).toContain('"2.4"');
});

describe("other names", () => {
  const root = project(remoteFiles());

  test("of packages, environments, shells and apps", () => {
    expect(refused(root, "generate", "shop.json", "--out", "x", "--name", "Bad Name")).toContain("npm package");
    refused(root, "generate", "--shell", "my shell", "--uses", "src");
    const record = ["record-deployment", "--contract", "shop.json"];
    for (const env of ["", " live"]) {
      expect(refused(root, ...record, "--app", "shop@1.0.0", "--env", env)).toContain("production");
    }
    for (const app of ["../x@1.0.0", "shop@2.4", "@1.0.0"]) refused(root, ...record, "--app", app, "--env", "live");
    const ask = ["can-i-deploy", "--remote", "shop@1.0.0", "--contract", "shop.json"];
    expect(refused(root, ...ask, "--env", "")).toContain("production");
    expect(refused(root, ...ask, "--env", "live", "--package", "../x")).toContain("npm package");
  });

  test.each([
    ["remote", { remote: "../x" }, "contract.remote"],
    ["version", { version: "2.4" }, "contract.version"],
  ])("a contract with another %s was made by other means", (_, more, words) => {
    const made = JSON.stringify({ ...JSON.parse(contract("shop", "1.0.0", SHOP)), ...more });
    const said = refused(project({ "made.json": made }), "generate", "made.json", "--out", "x");
    expect(said).toContain("error[contract/unreadable]");
    expect(said).toContain(words);
  });

  test.each([
    ["shop", "Shop", "price", "price"],
    ["a", "a/b", "b/c", "c"],
  ])("remotes %s and %s would share a file", (one, other, first, second) => {
    const files = {
      "one.json": contract(one, "1.0.0", { [first]: "export {};\n" }),
      "other.json": contract(other, "1.0.0", { [second]: "export {};\n" }),
    };
    const { stdout, status } = fedseal(project(files), "contract", "generate", ...Object.keys(files), "--out", "x");
    expect(stdout).toContain("error[contract/stub-name-taken]");
    expect(status).toBe(1);
  });
});

test("a lock does not lead out of its folder", () => {
  const root = project(remoteFiles());
  expect(fedseal(root, "contract", "generate", "shop.json", "--out", "made").status).toBe(0);
  const lock = join(root, "made/contracts.lock.json");
  const text = readFileSync(lock, "utf8");
  for (const [from, to] of [
    ['"shop": {', '"../shop": {'],
    ['"price.d.ts": "', '"../price.d.ts": "'],
  ] as const) {
    const root = project({ ...remoteFiles(), "made/contracts.lock.json": text.replace(from, to) });
    const said = refused(root, "check", "shop.json", "--package", "./made");
    expect(said).toContain("error[contract/unreadable]");
    expect(said).toContain("at   made/contracts.lock.json:");
  }
});
