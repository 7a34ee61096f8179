import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { project } from "./projects.ts";

/** What may be wrong with what the commands are given: each is said, and none passes. */

const EXPOSE = ["--remote", "shop", "--expose", "./Button=src/Button.ts"];
const GOOD = "export declare function Button(label: string): void;\n";

function extract(root: string, ...more: string[]) {
  return fedseal(root, "contract", "extract", ...(more.length > 0 ? more : EXPOSE));
}

/** A project with a contract and a contract package made of it. */
function packaged(source = GOOD): string {
  const root = project({ "src/Button.ts": source });
  expect(extract(root).status).toBe(0);
  expect(fedseal(root, "contract", "generate", "mf-contract.json", "--out", "contracts").status).toBe(0);
  return root;
}

describe("sources", () => {
  test("an expose that does not exist", () => {
    const { stdout, status } = extract(project({}));
    expect(stdout).toContain("error[contract/expose-not-found]");
    expect(status).toBe(2);
  });

  test("an import that leads nowhere", () => {
    const source = 'import type { Gone } from "./gone";\nexport declare const it: Gone;\n';
    const { stdout, status } = extract(project({ "src/Button.ts": source }));
    expect(stdout).toContain("error[contract/unresolved-import]");
    expect(stdout).toContain("src/Button.ts:1");
    expect(status).toBe(2);
  });

  test("a syntax error", () => {
    const { stdout, status } = extract(project({ "src/Button.ts": "export const = 1;\n" }));
    expect(stdout).toContain("error[contract/syntax-error]");
    expect(stdout).toContain("src/Button.ts:1");
    expect(status).toBe(2);
  });

  test("re-exports in a circle", () => {
    const root = project({
      "src/Button.ts": 'export * from "./other";\nexport const one: number = 1;\n',
      "src/other.ts": 'export * from "./Button";\nexport const two: number = 2;\n',
    });
    expect(extract(root)).toMatchObject({ status: 0 });
    const { stdout, status } = fedseal(root, "contract", "diff", "mf-contract.json", "mf-contract.json");
    expect({ stdout, status }).toEqual({ stdout: "fedseal: no changes\n", status: 0 });
  });

  test("a source of 2 MB", () => {
    const many = Array.from(
      { length: 45_000 },
      (_, index) => `export declare const value${index}: { key: ${index} };\n`,
    );
    const root = project({ "src/Button.ts": many.join("") });
    expect(many.join("").length).toBeGreaterThan(2_000_000);
    expect(extract(root)).toMatchObject({ status: 0 });
  });

  test("Vue", () => {
    const { stdout, status } = extract(
      project({ "src/Card.vue": "<template/>" }),
      "--remote",
      "shop",
      "--expose",
      "./Card=src/Card.vue",
    );
    expect(stdout).toContain("error[contract/unsupported-source]");
    expect(status).toBe(2);
  });

  test("nothing that says what is exposed", () => {
    const { stdout, status } = fedseal(project({}), "contract", "extract");
    expect(stdout).toContain("error[options/invalid]");
    expect(status).toBe(2);
  });

  test("no version", () => {
    const { stdout, status } = extract(project({ "package.json": "{}", "src/Button.ts": GOOD }));
    expect(stdout).toContain("error[contract/version-missing]");
    expect(status).toBe(2);
  });
});

describe("TypeScript", () => {
  const inferred = "export function Button(on: boolean) { if (on) return 1; }\n";

  test("is missing where a type would have to be inferred", () => {
    const { stdout, status } = extract(project({ "src/Button.ts": inferred }));
    expect(stdout).toContain("error[contract/not-extracted]");
    expect(stdout).toContain("src/Button.ts:1");
    expect(stdout).toContain("Install `typescript`");
    expect(status).toBe(2);
  });

  test("is too old", () => {
    const old = '{ "name": "typescript", "version": "5.5.4", "bin": { "tsc": "bin/tsc" } }';
    const root = project({ "src/Button.ts": inferred, "node_modules/typescript/package.json": old });
    const { stdout, status } = extract(root);
    expect(stdout).toContain("error[contract/typescript-too-old]");
    expect(status).toBe(2);
  });

  test.each(["typescript", "typescript-5.6", "typescript-7"])("%s infers it", (name) => {
    const root = project({ "src/Button.ts": inferred }, { typescript: name });
    expect(extract(root)).toMatchObject({ status: 0 });
    const { files } = JSON.parse(readFileSync(join(root, "mf-contract.json"), "utf8"));
    expect(files["Button.d.ts"]).toContain("1 | undefined");
  });

  test("JavaScript has the types of its JSDoc", () => {
    const source =
      "/** @param {string} label @returns {number} */\nexport function Button(label) { return label.length; }\n";
    const root = project({ "src/Button.js": source }, { typescript: "typescript" });
    const { status } = extract(root, "--remote", "shop", "--expose", "./Button=src/Button.js");
    expect(status).toBe(0);
    const { files } = JSON.parse(readFileSync(join(root, "mf-contract.json"), "utf8"));
    expect(files["Button.d.ts"]).toContain("label: string): number");
  });

  test("its error about a declaration is told", () => {
    const root = project(
      {
        "src/Button.ts": 'import { make } from "./make";\nexport const Button = make();\n',
        "src/make.ts":
          "class Hidden { private x = 1; }\nexport function make() { return new (class { protected y = 1; })(); }\nvoid Hidden;\n",
      },
      { typescript: "typescript" },
    );
    const { stdout, status } = extract(root);
    expect(stdout).toMatch(/contract\/(not-extracted|any-in-stub)/);
    expect([0, 2]).toContain(status);
  });
});

test.each([
  ["written", "export declare const Button: any;\n"],
  ["of a parameter without a type", "export declare function Button(label): void;\n"],
])("an any, %s, is a finding", (_, source) => {
  const { stdout } = extract(project({ "src/Button.ts": source }, { typescript: "typescript" }));
  expect(stdout).toContain("warning[contract/any-in-stub]");
  expect(stdout).toContain("`Button`");
});

test("a name that no file of the remote's program declares", () => {
  const root = project({
    "tsconfig.json": '{ "include": ["src"] }',
    "elsewhere/globals.d.ts": "interface Money { amount: number }\n",
    "src/Button.ts": "export declare function Button(price: Money): void;\n",
  });
  expect(extract(root).status).toBe(0);
  const { stdout, status } = fedseal(root, "contract", "generate", "mf-contract.json", "--out", "contracts");
  expect(stdout).toContain("error[contract/unresolved-name]");
  expect(stdout).toContain("`Money`");
  expect(status).toBe(2);
});

describe("contracts and locks", () => {
  test.each([
    ["no JSON", "{", "it is not JSON"],
    ["of a newer fedseal", '{ "contractVersion": 2 }', "newer fedseal"],
    ["without what belongs into it", '{ "contractVersion": 1 }', "contract.remote is missing"],
    ["of something else", "[]", "it is a list; expected an object"],
  ])("a contract %s", (_, text, words) => {
    const root = packaged();
    writeFileSync(join(root, "mf-contract.json"), text);
    const { stdout, status } = fedseal(root, "contract", "check", "mf-contract.json", "--package", "contracts");
    expect(stdout).toContain("error[contract/unreadable]");
    expect(stdout).toContain(words);
    expect(status).toBe(2);
  });

  test("a contract whose stub would leave its folder", () => {
    const root = packaged();
    const contract = JSON.parse(readFileSync(join(root, "mf-contract.json"), "utf8"));
    contract.files["../../evil.d.ts"] = "";
    writeFileSync(join(root, "mf-contract.json"), JSON.stringify(contract));
    const { stdout, status } = fedseal(root, "contract", "generate", "mf-contract.json", "--out", "contracts");
    expect(stdout).toContain("error[contract/unreadable]");
    expect(status).toBe(2);
  });

  test.each([
    ["cut off", (text: string) => text.slice(0, 100), "is not JSON"],
    ["with a merge conflict", (text: string) => `<<<<<<< ours\n${text}`, "merge conflicts"],
    ["of a newer fedseal", (text: string) => text.replace('"lockVersion": 1', '"lockVersion": 2'), "newer fedseal"],
    [
      "edited by hand",
      (text: string) => text.replace('"version": "1.0.0"', '"version": "1.0.1"'),
      "not what was generated",
    ],
  ])("a lock %s", (_, edit, words) => {
    const root = packaged();
    const lock = join(root, "contracts/contracts.lock.json");
    writeFileSync(lock, edit(readFileSync(lock, "utf8")));
    const { stdout, status } = fedseal(root, "contract", "check", "mf-contract.json", "--package", "contracts");
    expect(stdout).toMatch(/error\[contract\/(unreadable|package-edited)\]/);
    expect(stdout).toContain(words);
    expect(status).toBe(2);
  });

  test("a stub edited by hand", () => {
    const root = packaged();
    writeFileSync(join(root, "contracts/remotes/shop/Button.d.ts"), "export declare const Button: string;\n");
    const { stdout, status } = fedseal(root, "contract", "check", "mf-contract.json", "--package", "contracts");
    expect(stdout).toContain("error[contract/package-edited]");
    expect(status).toBe(2);
  });

  test.each(["{", '{ "matrixVersion": 2 }', '{ "matrixVersion": 1, "environments": [] }'])("a matrix %s", (text) => {
    const root = packaged();
    writeFileSync(join(root, "deployments.json"), text);
    const args = ["--remote", "shop@1.0.0", "--env", "production", "--contract", "mf-contract.json"];
    const { stdout, status } = fedseal(root, "contract", "can-i-deploy", ...args);
    expect(stdout).toContain("error[contract/unreadable]");
    expect(status).toBe(2);
  });

  test("no package", () => {
    const root = project({ "src/Button.ts": GOOD });
    extract(root);
    const { stdout, status } = fedseal(root, "contract", "check", "mf-contract.json");
    expect(stdout).toContain("no contract package called @platform/mfe-contracts is installed");
    expect(status).toBe(2);
  });
});

describe("diff", () => {
  test("of what does not exist", () => {
    const { stdout, status } = fedseal(project({}), "contract", "diff", "old.ts", "new.ts");
    expect(stdout).toContain("error[file/unreadable]");
    expect(status).toBe(2);
  });

  test("that takes too long is not decided", () => {
    const root = project({ "old.d.ts": GOOD, "new.d.ts": "export declare function Button(label: number): void;\n" });
    const { stdout, status } = fedseal(root, "contract", "diff", "old.d.ts", "new.d.ts", "--timeout", "0.000001");
    expect(stdout).toContain("error[contract/not-compared]");
    expect(status).toBe(2);
  });

  test("of types that cannot be found is not decided", () => {
    const lost = 'import type { Lost } from "lost";\nexport declare const it: Lost;\n';
    const root = project({ "old.d.ts": lost, "new.d.ts": `${lost}export declare const more: 1;\n` });
    const { stdout, status } = fedseal(root, "contract", "diff", "old.d.ts", "new.d.ts");
    expect(stdout).toContain("error[contract/unresolved-import]");
    expect(status).toBe(2);
  });

  test.each([
    [0, "export declare const a: 1;\nexport declare const b: 2;\n"],
    [1, "export declare const b: 2;\n"],
  ])("ends with %i", (code, now) => {
    const root = project({ "old.d.ts": "export declare const a: 1;\n", "new.d.ts": now });
    expect(fedseal(root, "contract", "diff", "old.d.ts", "new.d.ts").status).toBe(code);
  });

  test.each(["json", "github", "sarif", "markdown", "text"])("as %s", (format) => {
    const root = project({
      "old/index.ts":
        "export interface ButtonProps { kind?: string }\nexport declare function Button(props: ButtonProps): void;\n",
      "new/index.ts":
        "export interface ButtonProps { size?: number }\nexport declare function Button(props: ButtonProps): void;\n",
    });
    const { stdout } = fedseal(root, "contract", "diff", "old", "new", "--format", format);
    // SARIF also holds every rule.
    expect(format === "sarif" ? JSON.parse(stdout).runs[0].results : stdout).toMatchSnapshot();
  });
});

describe("what is said of a file that cannot be read", () => {
  const contractOf = (edit: (contract: Record<string, unknown>) => void): string => {
    const contract = JSON.parse(readFileSync(join(packaged(), "mf-contract.json"), "utf8"));
    edit(contract);
    return JSON.stringify(contract, null, 2);
  };

  test.each([
    [
      "a key too many",
      (one: Record<string, unknown>) => Object.assign(one, { exposse: 1 }),
      'contract.exposse is 1, but there is no such key. Did you mean "exposes"?',
    ],
    [
      "a key of another kind",
      (one: Record<string, unknown>) => Object.assign(one, { profile: "lax" }),
      'contract.profile is "lax"; expected "standard", "strict" or "experimental"',
    ],
    [
      "an older version",
      (one: Record<string, unknown>) => Object.assign(one, { contractVersion: 0 }),
      "contract.contractVersion is 0; expected 1",
    ],
    [
      "a version as text",
      (one: Record<string, unknown>) => Object.assign(one, { contractVersion: "1" }),
      'contract.contractVersion is "1"; expected 1',
    ],
    [
      "another hash",
      (one: Record<string, unknown>) =>
        Object.assign((one.exposes as Record<string, object>)["./Button"] ?? {}, { surface: "x" }),
      'contract.exposes["./Button"].surface is "x"; expected 64 lower-case hex digits',
    ],
  ])("a contract with %s", (_, edit, words) => {
    const root = packaged();
    writeFileSync(join(root, "mf-contract.json"), contractOf(edit));
    const { stdout } = fedseal(root, "contract", "check", "mf-contract.json", "--package", "./contracts");
    expect(stdout).toContain(words);
    expect(stdout).toMatch(/at {3}mf-contract\.json:\d+/);
    expect(stdout).toContain("Make it again");
    expect(stdout).not.toContain("Update fedseal");
  });

  test("a newer version wants a newer fedseal", () => {
    const root = packaged();
    writeFileSync(
      join(root, "mf-contract.json"),
      contractOf((one) => Object.assign(one, { contractVersion: 2 })),
    );
    const { stdout } = fedseal(root, "contract", "check", "mf-contract.json", "--package", "./contracts");
    expect(stdout).toContain("contractVersion 2; this one reads up to 1");
    expect(stdout).toContain("Update fedseal");
    expect(stdout).not.toContain("Make it again");
  });

  test("a matrix", () => {
    const root = packaged();
    const matrix = { matrixVersion: 1, environments: { live: { "shell@1.0.0": { shel: {} } } }, verdicts: {} };
    writeFileSync(join(root, "deployments.json"), JSON.stringify(matrix, null, 2));
    const args = ["--remote", "shop@1.0.0", "--env", "live", "--contract", "mf-contract.json"];
    const { stdout } = fedseal(root, "contract", "can-i-deploy", ...args);
    expect(stdout).toContain(
      'matrix.environments.live["shell@1.0.0"].shel is {}, but there is no such key. Did you mean "shell"?',
    );
    expect(stdout).toContain("at   deployments.json:6");
    expect(stdout).toContain("with git");
    expect(stdout).not.toContain("generate");
  });

  test("a package.json of a contract package", () => {
    const root = packaged();
    writeFileSync(join(root, "contracts/package.json"), "{");
    const { stdout } = fedseal(root, "contract", "check", "mf-contract.json", "--package", "./contracts");
    expect(stdout).toContain("package.json: it is not JSON");
    expect(stdout).toContain("at   contracts/package.json");
  });

  test("a stored contract", () => {
    const root = packaged();
    const shell = {
      read: { files: { src: 1 } },
      requires: { shop: "*" },
      uses: { "shop/Button": ["*"] },
      contracts: { shop: "0".repeat(64) },
    };
    const matrix = { matrixVersion: 1, environments: { live: { "shell@1.0.0": { shell } } }, verdicts: {} };
    const ask = () => {
      writeFileSync(join(root, "deployments.json"), JSON.stringify(matrix));
      const args = ["--remote", "shop@1.0.0", "--env", "live", "--contract", "mf-contract.json"];
      return fedseal(root, "contract", "can-i-deploy", ...args).stdout;
    };
    expect(ask()).toContain("that it was compiled against is not stored");
    mkdirSync(join(root, "deployments.contracts"));
    const stored = join(root, `deployments.contracts/${"0".repeat(64)}.json`);
    writeFileSync(stored, readFileSync(join(root, "mf-contract.json")));
    expect(ask()).toContain("is not what was stored");
    writeFileSync(stored, '{ "contractVersion": 2 }');
    expect(ask()).toContain("cannot be read where it is stored beside the matrix: it was written by a newer fedseal");
  });
});

describe("calls", () => {
  test("a mistake in one points to the command, not to options of the plugin", () => {
    const { stdout } = fedseal(project({}), "contract", "extract", "--remote", "shop");
    expect(stdout).toContain("error[options/invalid]");
    expect(stdout).toContain("fedseal contract extract --help");
    expect(stdout).toContain("docs/reference/command.md");
    expect(stdout).not.toContain("docs/reference/options.md");
  });

  test("--typecheck of a shell that is not there", () => {
    const root = packaged();
    const shell = { requires: {}, uses: {}, contracts: {} };
    const matrix = { matrixVersion: 1, environments: { live: { "shell@1.0.0": { shell } } }, verdicts: {} };
    writeFileSync(join(root, "deployments.json"), JSON.stringify(matrix));
    const ask = (typecheck: string) => {
      const args = ["--remote", "shop@1.0.0", "--env", "live", "--contract", "mf-contract.json"];
      return fedseal(root, "contract", "can-i-deploy", ...args, "--typecheck", typecheck).stdout;
    };
    expect(ask("shel=src")).toContain(
      'no shell called shel is deployed there (deployed: shell@1.0.0). Did you mean "shell"?',
    );
    expect(ask("gone")).toContain("--typecheck gone: there is no such folder (deployed: shell@1.0.0)");
    expect(ask("shell=gone")).toContain("--typecheck shell=gone: there is no such folder");
  });
});
