import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, write } from "../contract/projects.ts";
import { fedseal } from "./fedseal.ts";
import { contract, SHOP, workspace } from "./workspace.ts";

/** `contract` of the configuration, as each `fedseal contract` command reads it. Options of a call win. */

const config = (settings: object) => JSON.stringify({ contract: settings });
const CONFIG = "fedseal.config.json";

describe("profile", () => {
  // A member that remotes give may be added; strictly, nothing may.
  const files = {
    "old.d.ts": "export interface Item { id: string }\nexport declare function item(): Item;\n",
    "new.d.ts": "export interface Item { id: string; name: string }\nexport declare function item(): Item;\n",
  };
  const diff = (root: string, ...more: string[]) => fedseal(root, "contract", "diff", "old.d.ts", "new.d.ts", ...more);

  test("of diff", () => {
    const root = project({ ...files, [CONFIG]: config({ profile: "strict" }) });
    expect(diff(root).stdout).toContain("a major version");
    expect(diff(root, "--profile", "standard").stdout).toContain("a minor version");
    expect(diff(project(files)).stdout).toContain("a minor version");
  });

  test("of extract, by the configuration of the remote's project", () => {
    const root = project({
      "shop/src/item.ts": "export const item = (): string => '';\n",
      [`shop/${CONFIG}`]: config({ profile: "strict" }),
      [CONFIG]: config({ profile: "experimental" }),
    });
    const args = ["--root", "shop", "--remote", "shop", "--remote-version", "1.0.0", "--expose", "./item=src/item.ts"];
    const profileOf = (...more: string[]) => {
      const { stdout, status } = fedseal(root, "contract", "extract", ...args, ...more);
      if (status !== 0) throw new Error(stdout);
      return JSON.parse(readFileSync(join(root, "mf-contract.json"), "utf8")).profile;
    };
    expect(profileOf()).toBe("strict");
    expect(profileOf("--profile", "standard")).toBe("standard");
  });
});

describe("package", () => {
  const named = (name: string) => {
    const at = workspace({ "shop.json": contract("shop", "2.4.0", SHOP) });
    // Only the configuration says where the package is.
    const args = ["generate", "../../shop.json", "--out", "../../contracts", "--name", "@own/contracts"];
    write(at.root, { "shop.json": contract("shop", "2.4.0", SHOP) });
    const { stdout, status } = at.run(...args);
    if (status !== 0) throw new Error(stdout);
    write(at.shell, { [CONFIG]: config({ package: name }) });
    write(at.shell, {
      "src/page.ts": 'import { priceOf } from "@own/contracts/shop/price";\nexport const a = priceOf("book");\n',
    });
    return at;
  };

  test("of generate --shell and record-deployment", () => {
    const at = named("../../contracts");
    const { stdout, status } = at.run("generate", "--shell", "shell", "--uses", "src");
    expect(stdout).toContain("locked → ../../contracts/contracts.lock.json");
    expect(status).toBe(0);
    const recorded = at.run("record-deployment", "--app", "shell@1.0.0", "--env", "live");
    expect(recorded.stdout).toContain("shop/price: priceOf");
    expect(recorded.status).toBe(0);
    // The installed one does not know the shell.
    const other = at.run(
      "record-deployment",
      "--app",
      "shell@1.0.0",
      "--env",
      "live",
      "--package",
      "@platform/mfe-contracts",
    );
    expect(other.stdout).toContain("knows no shell called shell");
    expect(other.status).toBe(2);
  });

  test("that is not there", () => {
    const at = named("../../elsewhere");
    for (const args of [
      ["generate", "--shell", "shell", "--uses", "src"],
      ["record-deployment", "--app", "shell@1.0.0", "--env", "live"],
    ]) {
      const { stdout, status } = at.run(...args);
      expect(stdout).toContain("../../elsewhere");
      expect(status).toBe(2);
    }
    expect(existsSync(join(at.shell, "deployments.json"))).toBe(false);
  });
});

test("nothing is done by a configuration that cannot be read", () => {
  const at = workspace({ "shop.json": contract("shop", "2.4.0", SHOP) });
  at.run("generate", "--shell", "shell", "--uses", "src");
  at.run("record-deployment", "--app", "shell@1.0.0", "--env", "live");
  write(at.shell, { [CONFIG]: '{ "contract": { "profil": "strict" } }', "next.json": contract("shop", "2.4.1", SHOP) });
  const calls = [
    ["diff", "next.json", "next.json"],
    ["extract", "--remote", "shop", "--remote-version", "1.0.0", "--expose", "./page=src/page.ts"],
    ["verify", "--remote", "shop", "--remote-version", "1.0.0", "--expose", "./page=src/page.ts"],
    ["generate", "--shell", "shell", "--uses", "src"],
    ["can-i-deploy", "--remote", "shop@2.4.1", "--contract", "next.json", "--env", "live"],
    ["record-deployment", "--app", "shell@1.0.1", "--env", "live"],
  ];
  for (const args of calls) {
    const { stdout, status } = at.run(...args);
    expect({ args, stdout }).toMatchObject({ stdout: expect.stringContaining("config/invalid") });
    expect({ args, status }).toMatchObject({ status: expect.toSatisfy((code: number) => code !== 0) });
  }
  expect(existsSync(join(at.shell, "mf-contract.json"))).toBe(false);
});
