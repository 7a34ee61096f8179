import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { write } from "../contract/projects.ts";
import { fedseal } from "./fedseal.ts";
import { contract, SHELL, TSCONFIG, type Workspace, workspace } from "./workspace.ts";

/** A remote that also loads remotes: its contract has the types that it takes of them, and names no other package. */

const BUTTON = {
  Button: `export interface ButtonProps {
    size?: "s" | "m";
}
export declare function Button(props: ButtonProps): string;
`,
};
const ARGS = ["--remote", "cart", "--out", "dist/mf-contract.json"];

/** `shop` is in the package; the folder of the shell is the remote `cart`. */
function cart(files: Record<string, string>): Workspace {
  return workspace(
    { "shop.json": contract("shop", "1.0.0", BUTTON) },
    { "package.json": '{ "name": "cart", "version": "1.0.0" }', "tsconfig.json": TSCONFIG, ...files },
  );
}

const AMBIENT = { "src/main.ts": '/// <reference types="@platform/mfe-contracts/ambient" />\nexport {};\n' };

describe.each([
  [
    "written types",
    'import type { ButtonProps } from "shop/Button";\nexport interface CartProps extends ButtonProps {}\n',
  ],
  ["types of the package", 'export type { ButtonProps as CartProps } from "@platform/mfe-contracts/shop/Button";\n'],
  [
    "inferred types",
    'import { Button } from "shop/Button";\nexport const Cart = () => ({ label: Button({}), Button });\n',
  ],
  ["an inferred type of import()", 'export const load = () => import("shop/Button");\n'],
])("with %s", (_, source) => {
  let at: Workspace;
  beforeAll(() => {
    // What names the types of remotes is in a source that is not exposed.
    at = cart({ ...AMBIENT, "src/Cart.ts": source });
  });

  test("it is extracted, generated, and compiles in a shell", () => {
    const extracted = at.run("extract", ...ARGS, "--expose", "./Cart=src/Cart.ts");
    expect(extracted.stdout).not.toContain("[contract/");
    expect(extracted.status).toBe(0);
    const made = JSON.parse(readFileSync(join(at.shell, "dist/mf-contract.json"), "utf8"));
    expect(made.externals).toEqual({});
    expect(Object.keys(made.files)).toContain("_internal/__/@platform/mfe-contracts/remotes/shop/Button.d.ts");

    expect(at.run("generate", "dist", "--out", "../../packages/mfe-contracts")).toMatchObject({ status: 0 });
    const manifest = readFileSync(join(at.root, "packages/mfe-contracts/package.json"), "utf8");
    expect(manifest).not.toContain("peerDependencies");
    // Made again from the same sources, it is the same: nothing of its own release came back into it.
    expect(at.run("extract", ...ARGS, "--expose", "./Cart=src/Cart.ts").status).toBe(0);
    expect(at.run("check").stdout).toContain("types unchanged");
  });
});

test("without its types named, tsc still infers them", () => {
  const at = cart({ "src/Cart.ts": 'import { Button } from "shop/Button";\nexport const label = Button({});\n' });
  expect(at.run("extract", ...ARGS, "--expose", "./Cart=src/Cart.ts")).toMatchObject({ status: 0 });
  expect(readFileSync(join(at.shell, "dist/mf-contract.json"), "utf8")).toContain("label: string");
});

test.each([
  ["the whole package", 'export type { FederatedModules } from "@platform/mfe-contracts";\n', "Name the one module"],
  ["its own types", 'export type { Mine } from "cart/Own";\n', "from cart's own source"],
])("%s in a contract is refused", (_, source, help) => {
  const at = workspace(
    {
      "shop.json": contract("shop", "1.0.0", BUTTON),
      "cart.json": contract("cart", "1.0.0", { Own: "export type Mine = 1;\n" }),
    },
    { ...SHELL, "src/Cart.ts": source },
  );
  const { stdout, status } = at.run("extract", ...ARGS, "--expose", "./Cart=src/Cart.ts");
  expect(stdout).toContain("error[contract/contains-itself]");
  expect(stdout).toContain("src/Cart.ts:1");
  expect(stdout).toContain(help);
  expect(status).toBe(2);
});

test("a name that no contract has is refused", () => {
  const at = cart({ ...AMBIENT, "src/Cart.ts": 'export type { X } from "shop/Butten";\n' });
  const { stdout, status } = at.run("extract", ...ARGS, "--expose", "./Cart=src/Cart.ts");
  expect(stdout).toContain('error[contract/unresolved-import]: src/Cart.ts imports "shop/Butten"');
  expect(status).toBe(2);
});

test("it is deployed as both, and one record does not take the other away", () => {
  const at = cart({ ...AMBIENT, "src/Cart.ts": 'export type { ButtonProps } from "shop/Button";\n' });
  const matrix = () => JSON.parse(readFileSync(join(at.shell, "deployments.json"), "utf8")).environments.live;
  const record = (version: string, ...more: string[]) => {
    write(at.shell, { "dist/mf-contract.json": contract("cart", version, BUTTON) });
    const args = ["record-deployment", "--app", `cart@${version}`, "--env", "live", ...more];
    expect(at.run(...args)).toMatchObject({ status: 0 });
    return Object.entries(matrix()).map(([id, one]) => `${id}: ${Object.keys(one as object).join(", ")}`);
  };
  expect(at.run("generate", "--shell", "cart", "--uses", "src").status).toBe(0);
  expect(record("1.0.0", "--contract", "dist")).toEqual(["cart@1.0.0: contract"]);
  expect(record("1.0.0")).toEqual(["cart@1.0.0: contract, shell"]);
  expect(record("1.1.0", "--contract", "dist")).toEqual(["cart@1.0.0: shell", "cart@1.1.0: contract"]);
  // Until its uses are recorded anew, the older ones are asked.
  write(at.shell, { "shop/mf-contract.json": contract("shop", "2.0.0", BUTTON) });
  const asked = at.run("can-i-deploy", "--remote", "shop@2.0.0", "--env", "live", "--contract", "shop");
  expect(asked.stdout).toContain("cart@1.0.0  no");
  expect(record("1.1.0")).toEqual(["cart@1.1.0: contract, shell"]);
});

test("a package that names itself in a contract of before does not want itself as a peer", () => {
  const at = cart({
    "old.json": contract(
      "cart",
      "1.0.0",
      { Own: 'export type { ButtonProps } from "@platform/mfe-contracts/shop/Button";\n' },
      { externals: { "@platform/mfe-contracts": "^1.0.0", react: "^19.0.0" } },
    ),
  });
  const { stdout } = fedseal(at.shell, "contract", "generate", "old.json", "--out", "../../packages/mfe-contracts");
  expect(stdout).toContain("written");
  const { peerDependencies } = JSON.parse(readFileSync(join(at.root, "packages/mfe-contracts/package.json"), "utf8"));
  expect(peerDependencies).toEqual({ react: "^19.0.0" });
});
