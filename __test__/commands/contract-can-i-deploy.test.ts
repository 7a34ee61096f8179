import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, write } from "../contract/projects.ts";
import { fedsealAsync, fedsealProcessAsync } from "./fedseal.ts";
import { contract, SHELL, SHOP, TSCONFIG, type Workspace, workspace } from "./workspace.ts";

/** `contract can-i-deploy` and `record-deployment`: yes only from what was read. */

const CART = { basket: "export declare function add(article: string): void;\n" };
const CONTRACTS = {
  "shop.json": contract("shop", "2.4.0", SHOP),
  "cart.json": contract("cart", "1.0.0", CART),
};
const { old, ...WITHOUT_OLD } = SHOP;
const BREAKING = { ...SHOP, price: SHOP.price.replace("article: string", "article: { id: string }") };

const deployments = ({ shell }: Workspace) => JSON.parse(readFileSync(join(shell, "deployments.json"), "utf8"));

/** A shell that is locked and recorded. */
function deployed(files: Record<string, string> = SHELL, ...locking: string[]): Workspace {
  const at = workspace(CONTRACTS, files);
  const locked = at.run("generate", "--shell", "shell", "--uses", "src", ...locking);
  if (locked.status !== 0) throw new Error(locked.stdout);
  record(at, "staging");
  return at;
}

function record(at: Workspace, env: string): void {
  const { stdout, status } = at.run("record-deployment", "--app", "shell@1.0.0", "--env", env);
  if (status !== 0) throw new Error(stdout);
}

const ask = (at: Workspace, ...more: string[]) => at.run("can-i-deploy", "--env", "staging", ...more);

/** Waits for half a minute, in which the other tests run. */
function waitForLock() {
  const root = project({ "one.json": contract("one", "1.0.0", SHOP), "deployments.json.lock": "" });
  const call = ["record-deployment", "--app", "one@1.0.0", "--env", "p", "--contract", "one.json"];
  return { root, ran: fedsealProcessAsync(root, "contract", ...call) };
}
const locked = waitForLock();

describe("record-deployment", () => {
  test("what was read, and what is used, is told and kept", () => {
    const at = deployed();
    const { stdout } = at.run("record-deployment", "--app", "shell@1.0.0", "--env", "staging");
    expect(stdout).toBe(`fedseal: shell was read: 2 files of src
  shop ^2.4.0
    shop/price: format, priceOf
fedseal: shell@1.0.0 is in staging → deployments.json
`);
    expect(deployments(at).environments.staging["shell@1.0.0"].shell).toMatchObject({
      read: { files: { src: 2 } },
      requires: { shop: "^2.4.0" },
      uses: { "shop/price": ["format", "priceOf"] },
    });
  });

  test("several at the same time are all recorded", async () => {
    const root = project({
      "one.json": contract("one", "1.0.0", SHOP),
      "two.json": contract("two", "1.0.0", SHOP),
      "three.json": contract("three", "1.0.0", SHOP),
    });
    const names = ["one", "two", "three"];
    const ran = await Promise.all(
      names.map((name) =>
        fedsealAsync(
          root,
          "contract",
          "record-deployment",
          "--app",
          `${name}@1.0.0`,
          "--env",
          "p",
          "--contract",
          `${name}.json`,
        ),
      ),
    );
    expect(ran.map(({ status }) => status)).toEqual([0, 0, 0]);
    const { environments } = JSON.parse(readFileSync(join(root, "deployments.json"), "utf8"));
    expect(Object.keys(environments.p).sort()).toEqual(["one@1.0.0", "three@1.0.0", "two@1.0.0"]);
    expect(existsSync(join(root, "deployments.json.lock"))).toBe(false);
  });

  test("a shell that was never read is not recorded", () => {
    const at = workspace(CONTRACTS);
    expect(at.run("record-deployment", "--app", "shell@1.0.0", "--env", "staging")).toMatchObject({ status: 2 });
    const path = join(at.root, "packages/mfe-contracts/contracts.lock.json");
    const lock = JSON.parse(readFileSync(path, "utf8"));
    write(at.root, {
      "packages/mfe-contracts/contracts.lock.json": JSON.stringify({
        ...lock,
        shells: { shell: { requires: {}, uses: {} } },
      }),
    });
    const { stdout, status } = at.run("record-deployment", "--app", "shell@1.0.0", "--env", "staging");
    expect(stdout).toContain("its sources were never read");
    expect(status).toBe(2);
    expect(existsSync(join(at.shell, "deployments.json"))).toBe(false);
  });
});

describe("nothing of the remote was found", () => {
  const CANDIDATE = { "next.json": contract("cart", "9.0.0", {}) };

  test("in the sources that were read: yes, and it says which", () => {
    const at = deployed({ ...SHELL, ...CANDIDATE });
    const { stdout, status } = ask(at, "--remote", "cart@9.0.0", "--contract", "next.json");
    expect(stdout).toContain("shell@1.0.0  yes  names  nothing of cart was found in 2 files of src");
    expect(status).toBe(0);
  });

  test.each<[string, Record<string, string>, string[]]>([
    ["since it had no contract", { "src/x.ts": 'import "blog/Post";' }, ["--without", "blog"]],
    [
      "since it had no contract, in a project without TypeScript",
      { "src/x.js": 'import "blog/Post";', "tsconfig.json": "" },
      [],
    ],
  ])("%s: no", (_, files, locking) => {
    const all = { ...SHELL, ...files, "next.json": contract("blog", "1.0.0", { Post: "export {};\n" }) };
    if (files["tsconfig.json"] === "") delete (all as Record<string, string>)["tsconfig.json"];
    const at = deployed(all, ...locking);
    const { stdout, status } = ask(at, "--remote", "blog@1.0.0", "--contract", "next.json");
    expect(stdout).toMatch(/shell@1\.0\.0 {2}no {3}unknown {2}it imports (blog, )?blog\/Post/);
    expect(status).toBe(1);
  });

  test("since it was taken for a package of the workspace: no", () => {
    const at = workspace(CONTRACTS, {
      ...SHELL,
      "tsconfig.json": TSCONFIG.replace('"types":[]', '"types":[],"paths":{"blog/Post":["../blog/src/Post.ts"]}'),
      "src/x.ts": 'import "blog/Post";',
      "next.json": contract("blog", "1.0.0", { Post: "export {};\n" }),
    });
    expect(at.run("generate", "--shell", "shell", "--uses", "src").status).toBe(0);
    record(at, "staging");
    const { stdout, status } = ask(at, "--remote", "blog@1.0.0", "--contract", "next.json");
    expect(stdout).toContain("no   unknown  it imports blog/Post, which was taken for sources of the workspace");
    expect(status).toBe(1);
  });

  test("but something is loaded by a name that is not written: no, until that is said", () => {
    const files = { ...SHELL, ...CANDIDATE, "src/load.ts": "export const load = (name: string) => loadRemote(name);" };
    const at = deployed(files);
    const { stdout, status } = ask(at, "--remote", "cart@9.0.0", "--contract", "next.json");
    expect(stdout).toContain("but src/load.ts loads modules by names that are not written there");
    expect(status).toBe(1);
    const told = deployed(files, "--loads", "none");
    expect(ask(told, "--remote", "cart@9.0.0", "--contract", "next.json").status).toBe(0);
    const uses = deployed(files, "--loads", "cart");
    expect(ask(uses, "--remote", "cart@9.0.0", "--contract", "next.json").stdout).toContain(
      "it works with cart ^1.0.0",
    );
  });

  test.each([
    ["in a record that says nothing of what was read", undefined],
    ["in no file", { files: { src: 0 } }],
  ])("%s: no", (_, read) => {
    const at = deployed({ ...SHELL, ...CANDIDATE });
    const matrix = deployments(at);
    matrix.environments.staging["shell@1.0.0"].shell.read = read;
    write(at.shell, { "deployments.json": JSON.stringify(matrix) });
    const { stdout, status } = ask(at, "--remote", "cart@9.0.0", "--contract", "next.json");
    expect(stdout).toContain("no   unknown  its sources were never read");
    expect(status).toBe(1);
  });
});

test("a remote whose name has a scope is not taken for another one", () => {
  const scoped = { "a.json": contract("@team/shop", "1.0.0", SHOP) };
  const at = workspace(scoped, {
    ...SHELL,
    "src/page.ts": 'import { priceOf } from "@team/shop/price";',
    "next.json": contract("@team/shop", "1.1.0", BREAKING),
  });
  expect(at.run("generate", "--shell", "shell", "--uses", "src").stdout).toContain("@team/shop ^1.0.0");
  record(at, "staging");
  const { stdout, status } = ask(at, "--remote", "@team/shop@1.1.0", "--contract", "next.json");
  expect(stdout).toContain("no   types  it uses ./price#priceOf");
  expect(status).toBe(1);
});

test("a candidate cannot excuse itself with another profile", () => {
  const unstable = { price: "export declare function unstable_of(article: string): number;\n" };
  const contracts = { "shop.json": contract("shop", "1.0.0", unstable) };
  const at = workspace(contracts, {
    ...SHELL,
    "src/page.ts": 'import { unstable_of } from "shop/price";',
    "next.json": contract("shop", "1.1.0", { price: "export {};\n" }, { profile: "experimental" }),
  });
  at.run("generate", "--shell", "shell", "--uses", "src");
  record(at, "staging");
  expect(ask(at, "--remote", "shop@1.1.0", "--contract", "next.json")).toMatchObject({ status: 1 });
});

test("a stored contract that was damaged is unknown", () => {
  const at = deployed({ ...SHELL, "next.json": contract("shop", "2.5.0", SHOP) });
  const { shop } = deployments(at).environments.staging["shell@1.0.0"].shell.contracts;
  write(at.shell, { [`deployments.contracts/${shop}.json`]: "{" });
  const { stdout, status } = ask(at, "--remote", "shop@2.5.0", "--contract", "next.json");
  expect(stdout).toContain(
    "no   unknown  the contract of shop that it was compiled against cannot be read where it is stored beside the matrix: it is not JSON",
  );
  expect(status).toBe(1);
});

describe("several remotes and environments", () => {
  const files = {
    ...SHELL,
    "shop/mf-contract.json": contract("shop", "2.5.0", WITHOUT_OLD),
    "cart/mf-contract.json": contract("cart", "1.2.0", CART),
    "broken/mf-contract.json": contract("shop", "2.6.0", BREAKING),
  };
  const both = [
    "--remote",
    "shop@2.5.0",
    "--remote",
    "cart@1.2.0",
    "--contract",
    "shop=shop",
    "--contract",
    "cart=cart",
  ];

  test("one table, and the worst answer is the exit code", () => {
    const at = deployed(files);
    record(at, "production");
    const { stdout, status } = ask(at, ...both, "--env", "production");
    expect(stdout).toBe(`env         remote      shell        may  by     because
staging     shop@2.5.0  shell@1.0.0  yes  types  what it uses still fits: shop/price (format, priceOf)
staging     cart@1.2.0  shell@1.0.0  yes  names  nothing of cart was found in 2 files of src
production  shop@2.5.0  shell@1.0.0  yes  types  what it uses still fits: shop/price (format, priceOf)
production  cart@1.2.0  shell@1.0.0  yes  names  nothing of cart was found in 2 files of src

fedseal: yes: shop@2.5.0 may go to staging
fedseal: yes: shop@2.5.0 may go to production
fedseal: yes: cart@1.2.0 may go to staging
fedseal: yes: cart@1.2.0 may go to production
`);
    expect(status).toBe(0);
    expect(Object.keys(deployments(at).verdicts)).toEqual(["production", "staging"]);

    const worse = ask(
      at,
      "--remote",
      "shop@2.6.0",
      "--remote",
      "cart@1.2.0",
      "--contract",
      "shop=broken",
      "--contract",
      "cart=cart",
    );
    expect(worse.stdout).toContain(
      "fedseal: no: shop@2.6.0 may not go to staging\nfedseal: yes: cart@1.2.0 may go to staging",
    );
    expect(worse.status).toBe(1);

    // An environment of which nothing is known is worse than a no.
    const unknown = ask(at, ...both, "--env", "nowhere", "--format", "json");
    expect(unknown.status).toBe(2);
    expect(JSON.parse(unknown.stdout)).toMatchObject({
      deployable: false,
      answers: [
        { env: "staging", remote: "shop@2.5.0", shell: "shell@1.0.0", deployable: true, method: "types" },
        { env: "staging", remote: "cart@1.2.0", shell: "shell@1.0.0", deployable: true, method: "names" },
      ],
      diagnostics: [
        {
          rule: "contract/not-compared",
          message: "nothing is known of shells in nowhere (deployments.json has production, staging)",
        },
      ],
      exitCode: 2,
    });
  });

  test.each<[string, string[], string]>([
    ["a contract that says not whose", [...both.slice(0, 4), "--contract", "shop"], "does not say whose it is"],
    ["a remote without a contract", both.slice(0, 6), "there is no contract of cart; write --contract cart=<path>"],
    ["a remote twice", ["--remote", "shop@2.5.0", "--remote", "shop@2.6.0"], "shop is given twice"],
    ["an environment twice", [...both, "--env", "staging"], "staging is given twice"],
    [
      "the contract of another version",
      ["--remote", "shop@2.9.0", "--contract", "shop"],
      "is the contract of shop@2.5.0",
    ],
    [
      "two contracts of one",
      ["--remote", "shop@2.5.0", "--contract", "shop", "--contract", "broken"],
      "two contracts of shop",
    ],
  ])("%s", (_, more, words) => {
    const { stdout, status } = ask(deployed(files), ...more);
    expect(stdout).toContain(words);
    expect(status).toBe(2);
  });

  test("no remote is a wrong call", () => {
    const at = workspace(CONTRACTS);
    rmSync(join(at.shell, "src"), { recursive: true });
    expect(ask(at).status).toBe(2);
    expect(at.run("can-i-deploy", "--remote", "shop@1.0.0").stderr).toContain("required option '--env <name>'");
  });
});

test("a lock that stays is an error that names it, and nothing is recorded", async () => {
  const { stdout, status } = await locked.ran;
  expect(status).toBe(2);
  expect(stdout).toContain("deployments.json was not changed: deployments.json.lock was there for 30 seconds");
  expect(existsSync(join(locked.root, "deployments.json"))).toBe(false);
  expect(existsSync(join(locked.root, "deployments.json.lock"))).toBe(true);
});
