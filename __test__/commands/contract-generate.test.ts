import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, write } from "../contract/projects.ts";
import { filesOf } from "../folders.ts";
import { fedsealAsync } from "./fedseal.ts";
import { contract, SHELL, SHOP, type Workspace, workspace } from "./workspace.ts";

/** `contract generate --shell`: what a shell uses is locked in the package that it compiles against, or nothing is. */

const CONTRACTS = { "shop.json": contract("shop", "2.4.0", SHOP) };
const LOCK = "packages/mfe-contracts/contracts.lock.json";

const lockOf = ({ root }: Workspace) => JSON.parse(readFileSync(join(root, LOCK), "utf8"));
const textsOf = ({ root }: Workspace) =>
  Object.fromEntries(
    filesOf(join(root, "packages")).map((name) => [name, readFileSync(join(root, "packages", name), "utf8")]),
  );
const lock = (at: Workspace, ...more: string[]) => at.run("generate", "--shell", "shell", "--uses", "src", ...more);

describe("which package", () => {
  test.each([
    ["without --out", []],
    ["by a path where it is not: it is further up", ["--out", "node_modules/@platform/mfe-contracts"]],
    ["by its path", ["--out", "../../packages/mfe-contracts"]],
    ["by the link", ["--out", "../../node_modules/@platform/mfe-contracts"]],
  ])("%s", (_, more) => {
    const at = workspace(CONTRACTS);
    const before = textsOf(at);
    const { stdout, status } = lock(at, ...more);
    expect(status).toBe(0);
    expect(stdout).toContain(
      "fedseal: shell was read: 2 files of src\n  shop ^2.4.0\n    shop/price: format, priceOf\n",
    );
    expect(stdout).toMatch(/^fedseal: locked → \.\.\/\.\.\/[^:]+\/mfe-contracts\/contracts\.lock\.json$/m);
    expect(existsSync(join(at.shell, "node_modules"))).toBe(false);
    expect(lockOf(at).shells).toEqual({
      shell: {
        read: { files: { src: 2 } },
        requires: { shop: "^2.4.0" },
        uses: { "shop/price": ["format", "priceOf"] },
      },
    });
    // Nothing else in the package changes.
    const name = "mfe-contracts/contracts.lock.json";
    expect({ ...textsOf(at), [name]: "" }).toEqual({ ...before, [name]: "" });
  });

  test.each([["--out", "contracts"], ["--out", "node_modules/@platform/mfe-contracts"], []])(
    "a package is never made for a shell alone: %s",
    (...more) => {
      const at = workspace(CONTRACTS);
      rmSync(join(at.root, "node_modules/@platform"), { recursive: true });
      const { stdout, status } = lock(at, ...more);
      expect(stdout).toContain("error[contract/unreadable]");
      expect(stdout).not.toContain(at.root);
      expect(status).toBe(2);
      expect(existsSync(join(at.shell, "contracts"))).toBe(false);
      expect(existsSync(join(at.shell, "node_modules"))).toBe(false);
    },
  );

  test("contracts go to the package that is installed, and not to one that would hide it", () => {
    const at = workspace(CONTRACTS);
    const next = contract("shop", "2.5.0", SHOP);
    write(at.shell, { "next.json": next });
    const { status } = at.run("generate", "next.json", "--out", "node_modules/@platform/mfe-contracts");
    expect(status).toBe(0);
    expect(lockOf(at).remotes.shop.version).toBe("2.5.0");
    expect(existsSync(join(at.shell, "node_modules"))).toBe(false);
  });

  test("an empty package that hides the real one is named as such", () => {
    const at = workspace(CONTRACTS);
    write(at.shell, {
      "node_modules/@platform/mfe-contracts/package.json": '{ "name": "@platform/mfe-contracts", "version": "0.0.0" }',
      "node_modules/@platform/mfe-contracts/contracts.lock.json":
        '{ "lockVersion": 1, "package": "@platform/mfe-contracts", "remotes": {}, "shells": {} }',
    });
    const { stdout, status } = lock(at);
    expect(stdout).toContain("has no remote");
    expect(stdout).toContain("this one hides it");
    expect(status).toBe(2);
  });
});

describe("what is not read is not locked", () => {
  const page = (text: string) => ({ ...SHELL, "src/page.ts": text });

  test.each<[string, Record<string, string>, string[], string]>([
    ["a folder that is not there", SHELL, ["--uses", "sources"], "sources does not exist"],
    ["an empty folder", { ...SHELL, "empty/.gitkeep": "" }, ["--uses", "empty"], "empty holds no source"],
    ["a glob that matches nothing", SHELL, ["--uses", "lib/**/*.ts"], "lib/**/*.ts holds no source"],
    [
      "a folder without a use",
      { ...SHELL, "scripts/a.ts": "export {};" },
      ["--uses", "scripts"],
      "no module of shop is named in 1 file of scripts",
    ],
    [
      "a remote without a contract",
      page('import { post } from "blog/Post";\nimport "shop/price";'),
      ["--uses", "src"],
      "blog/Post is imported",
    ],
    ["loadRemote of an unknown remote", page('loadRemote("blog/Post");'), ["--uses", "src"], "blog/Post is imported"],
    [
      "an expose that the contract does not have",
      page('import "shop/prices";'),
      ["--uses", "src"],
      "shop/prices is imported, and the contract in the package does not have it",
    ],
    ["no --uses", SHELL, [], "`--shell` needs `--uses <path>`"],
    ["a range of an unknown remote", SHELL, ["--uses", "src", "--requires", "blog@^1.0.0"], "no such remote"],
    ["a range that is none", SHELL, ["--uses", "src", "--requires", "shop@two"], "not a range of versions"],
    ["an unknown module that is loaded", SHELL, ["--uses", "src", "--loads", "shop/nope"], "neither such a module"],
    ["a remote that has a contract", SHELL, ["--uses", "src", "--without", "shop"], "has a contract of shop"],
  ])("%s", (_, files, options, words) => {
    const at = workspace(CONTRACTS, files);
    const before = readFileSync(join(at.root, LOCK), "utf8");
    const { stdout, status } = at.run("generate", "--shell", "shell", ...options);
    expect(stdout).toContain(words);
    expect(stdout).not.toContain(at.root);
    expect(status).toBe(2);
    expect(readFileSync(join(at.root, LOCK), "utf8")).toBe(before);
  });

  test.each([
    ["--uses", "src"],
    ["--requires", "shop@^1.0.0"],
    ["--loads", "none"],
  ])("%s without a shell", (...more) => {
    const { stdout, status } = workspace(CONTRACTS).run("generate", "--out", "../../packages/mfe-contracts", ...more);
    expect(stdout).toContain("no `--shell <name>` says which");
    expect(status).toBe(2);
  });

  test("a remote that is removed and is not there", () => {
    const { stdout, status } = workspace(CONTRACTS).run(
      "generate",
      "--out",
      "../../packages/mfe-contracts",
      "--remove",
      "blog",
    );
    expect(stdout).toContain("no such remote");
    expect(status).toBe(2);
  });
});

describe("a folder that is another package", () => {
  test("is left as it is", () => {
    const app = { "package.json": '{ "name": "my-app", "version": "5.0.0" }', "remotes/mine.ts": "export {};\n" };
    const at = workspace(CONTRACTS, { ...SHELL, "shop.json": contract("shop", "2.4.0", SHOP) });
    write(join(at.root, "apps/other"), app);
    const { stdout, status } = at.run("generate", "shop.json", "--out", "../other");
    expect(status).toBe(2);
    expect(stdout).toContain("../other holds the package my-app, and no contracts.lock.json");
    expect(readFileSync(join(at.root, "apps/other/package.json"), "utf8")).toBe(app["package.json"]);
    expect(existsSync(join(at.root, "apps/other/remotes/mine.ts"))).toBe(true);
  });

  test.each([
    ["README.md", "README.md"],
    ["remotes/shop/notes.md", "remotes"],
  ])("%s of a folder without a package.json", (path, named) => {
    const at = workspace(CONTRACTS, { ...SHELL, "shop.json": contract("shop", "2.4.0", SHOP) });
    write(join(at.shell, "notes"), { [path]: "mine\n" });
    const { stdout, status } = at.run("generate", "shop.json", "--out", "notes");
    expect(status).toBe(2);
    expect(stdout).toContain(`notes is no contract package and holds ${named}, which would be replaced`);
    expect(readFileSync(join(at.shell, "notes", path), "utf8")).toBe("mine\n");
  });

  test("several at the same time are all in it", async () => {
    const names = ["one", "two", "three"];
    const root = project(Object.fromEntries(names.map((name) => [`${name}.json`, contract(name, "1.0.0", SHOP)])));
    const ran = await Promise.all(
      names.map((name) => fedsealAsync(root, "contract", "generate", `${name}.json`, "--out", "contracts")),
    );
    expect(ran.map(({ status, stdout }) => [status, stdout])).toEqual(names.map(() => [0, expect.any(String)]));
    const { remotes } = JSON.parse(readFileSync(join(root, "contracts/contracts.lock.json"), "utf8"));
    expect(Object.keys(remotes)).toEqual(["one", "three", "two"]);
    expect(existsSync(join(root, "contracts.lock"))).toBe(false);
  });

  test("line ends that Git changed are no edit", () => {
    const at = workspace(CONTRACTS);
    const stubs = filesOf(join(at.root, "packages")).filter((name) => name.endsWith(".d.ts"));
    for (const name of stubs) {
      const path = join(at.root, "packages", name);
      writeFileSync(path, readFileSync(path, "utf8").replaceAll("\n", "\r\n"));
    }
    const { stdout, status } = lock(at);
    expect(status, stdout).toBe(0);
  });

  test("two contracts of one remote", () => {
    const at = workspace(CONTRACTS, {
      ...SHELL,
      "one.json": contract("shop", "2.4.0", SHOP),
      "two.json": contract("shop", "2.5.0", SHOP),
    });
    const { stdout, status } = at.run("generate", "one.json", "two.json", "--out", "contracts");
    expect(status).toBe(2);
    expect(stdout).toContain("there are two contracts of shop");
  });
});

describe("what is found", () => {
  test("several folders, globs, a range and a module that is loaded by a name made at run time", () => {
    const at = workspace(CONTRACTS, {
      ...SHELL,
      "lib/a/load.ts": "export const load = (name: string) => loadRemote(name);",
    });
    const unnamed = lock(at, "--uses", "lib/**/*.ts");
    expect(unnamed.stdout).toContain("warning[contract/uses-incomplete]: a module is loaded by a name");
    expect(unnamed.stdout).toContain("lib/a/load.ts:1");
    expect(unnamed.status).toBe(0);
    expect(lockOf(at).shells.shell.read.dynamic).toEqual(["lib/a/load.ts"]);

    const { stdout, status } = lock(
      at,
      "--uses",
      "lib/**/*.ts",
      "--loads",
      "shop/old",
      "--requires",
      "shop@^2.0.0 || ^3.0.0",
    );
    expect(status).toBe(0);
    expect(stdout).not.toContain("warning");
    expect(stdout).toContain("shell was read: 2 files of src, 1 file of lib/**/*.ts");
    expect(lockOf(at).shells.shell).toEqual({
      read: { files: { "lib/**/*.ts": 1, src: 2 } },
      requires: { shop: "^2.0.0 || ^3.0.0" },
      uses: { "shop/old": ["*"], "shop/price": ["format", "priceOf"] },
    });
  });

  test("sources of another package alone are named from the shell's own folder", () => {
    const at = workspace(CONTRACTS, {
      ...SHELL,
      "../../packages/ui/package.json": '{ "name": "ui", "version": "1.0.0" }',
      "../../packages/ui/src/price.ts": 'export { format } from "shop/price";',
    });
    const { stdout, status } = at.run("generate", "--shell", "shell", "--uses", "../../packages/ui/src");
    expect(status, stdout).toBe(0);
    expect(stdout).toContain("shell was read: 1 file of ../../packages/ui/src");
    expect(lockOf(at).shells.shell.read.files).toEqual({ "../../packages/ui/src": 1 });
  });

  test("a remote that has no contract yet is locked as unknown", () => {
    const at = workspace(CONTRACTS, { ...SHELL, "src/post.ts": 'import { post } from "blog/Post";' });
    expect(lock(at).status).toBe(2);
    const { status } = lock(at, "--without", "blog");
    expect(status).toBe(0);
    expect(lockOf(at).shells.shell.read.unresolved).toEqual(["blog", "blog/Post"]);
  });

  test("a shell that really loads nothing says so", () => {
    const at = workspace(CONTRACTS, { ...SHELL, "src/page.ts": "export {};" });
    expect(lock(at).status).toBe(2);
    const { stdout, status } = lock(at, "--loads", "none");
    expect(stdout).toContain("no module of a remote");
    expect(status).toBe(0);
  });

  test("fewer uses than before are named", () => {
    const at = workspace(CONTRACTS, { ...SHELL, "src/old.ts": 'import { old } from "shop/old";' });
    expect(lock(at).stdout).not.toContain("uses-removed");
    write(at.shell, { "src/page.ts": 'import { format } from "shop/price";' });
    rmSync(join(at.shell, "src/old.ts"));
    const { stdout, status } = lock(at);
    expect(stdout).toContain(
      "warning[contract/uses-removed]: shell does not use any more: shop/old (old), shop/price (priceOf)",
    );
    expect(status).toBe(0);
    expect(lock(at).stdout).not.toContain("uses-removed");
  });

  test("other shells stay as they are, and so does a package that is edited", () => {
    const at = workspace(CONTRACTS);
    lock(at);
    at.run("generate", "--shell", "other", "--uses", "src");
    expect(Object.keys(lockOf(at).shells)).toEqual(["other", "shell"]);
    write(at.root, { "packages/mfe-contracts/remotes/shop/price.d.ts": "export {};" });
    const { stdout, status } = lock(at);
    expect(stdout).toContain("error[contract/package-edited]");
    expect(status).toBe(2);
  });
});

describe("places are relative to the repository on GitHub, to the current folder for people", () => {
  const line = (text: string, start: string) => text.split("\n").find((one) => one.startsWith(start));

  test("of what a shell imports", () => {
    const at = workspace(CONTRACTS, { ...SHELL, "src/page.ts": 'import "shop/Nope";' });
    write(at.root, { ".git/HEAD": "" });
    expect(line(lock(at).stdout, "  at ")).toBe("  at   src/page.ts:1");
    expect(lock(at, "--format", "github").stdout).toContain("file=apps/shell/src/page.ts,line=1,");
  });

  test("of what is in the package", () => {
    const at = workspace(CONTRACTS);
    write(at.root, { ".git/HEAD": "", "packages/mfe-contracts/remotes/shop/price.d.ts": "export {};" });
    const name = "packages/mfe-contracts/remotes/shop/price.d.ts";
    const out = ["--out", "../../packages/mfe-contracts"];
    expect(line(lock(at, ...out).stdout, "  at ")).toBe(`  at   ../../${name}`);
    expect(lock(at, ...out, "--format", "github").stdout).toContain(`file=${name},`);
  });

  test("of a matrix of deployments", () => {
    const at = workspace(CONTRACTS, { ...SHELL, "deployments.json": "[" });
    write(at.root, { ".git/HEAD": "" });
    const record = ["record-deployment", "--app", "shell@1.0.0", "--env", "staging"];
    expect(line(at.run(...record).stdout, "  at ")).toBe("  at   deployments.json");
    expect(at.run(...record, "--format", "github").stdout).toContain("file=apps/shell/deployments.json,");
  });
});

test("a package that is installed and not linked, as in a project of its own", () => {
  const at = workspace(CONTRACTS);
  cpSync(join(at.root, "packages/mfe-contracts"), join(at.shell, "node_modules/@platform/mfe-contracts"), {
    recursive: true,
  });
  const { stdout, status } = lock(at);
  expect(stdout).toContain("locked → node_modules/@platform/mfe-contracts/contracts.lock.json");
  expect(status).toBe(0);
});
