import { mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { project, write } from "../contract/projects.ts";
import { fedseal } from "./fedseal.ts";

/** `fedseal contract check` in a repository with several packages: what it prints, and where that is. */

const BUTTON = `import type { Money } from "../../../lib/money";

export interface ButtonProps {
  kind?: string;
  price: Money;
}

export declare function Button(props: ButtonProps): void;
export declare function gone(): void;
`;

let repository: string;
let shop: string;

/** Contract and package of the first version, then the second version's sources and contract. */
beforeAll(() => {
  repository = realpathSync(
    project({
      "lib/money.ts": "// Shared.\nexport interface Money {\n  amount: number;\n}\n",
      "apps/shop/package.json": '{\n  "name": "shop",\n  "version": "1.0.0"\n}\n',
      "apps/shop/src/Button.ts": BUTTON,
      "apps/shop/src/Card.ts": "export declare const card: string;\n",
    }),
  );
  mkdirSync(join(repository, ".git"));
  shop = join(repository, "apps/shop");
  extract("./Button=src/Button.ts", "./Card=src/Card.ts");
  expect(fedseal(shop, "contract", "generate", "dist", "--out", "contracts")).toMatchObject({ status: 0 });
  write(repository, {
    "lib/money.ts": "// Shared.\nexport interface Money {\n  amount: number | string;\n}\n",
    "apps/shop/src/Button.ts": BUTTON.replace("  kind?: string;", "  /* 😀 */ kind: string;").replace(
      "export declare function gone(): void;",
      "export declare function fresh(): void;",
    ),
  });
  extract("./Button=src/Button.ts");
});

function extract(...exposes: string[]): void {
  const args = exposes.flatMap((one) => ["--expose", one]);
  const ran = fedseal(shop, "contract", "extract", "--remote", "shop", "--out", "dist/mf-contract.json", ...args);
  expect(ran).toMatchObject({ status: 0 });
}

const check = (format: string, cwd = shop, ...more: string[]) =>
  fedseal(cwd, "contract", "check", "--package", "contracts", "--format", format, ...more);

describe("places are in sources", () => {
  test("text: relative to the current folder", () => {
    const { stdout, status } = check("text");
    expect(status).toBe(1);
    expect(stdout).toMatchSnapshot();
  });

  test("github: relative to the repository; an error, or a notice for what a minor version covers", () => {
    const lines = check("github").stdout.trim().split("\n");
    expect(lines.map((line) => line.replace(/::(.*?)(%0A.*)?$/, "::$1"))).toMatchSnapshot();
    // Where nothing has to be done, no reason is given why it would have to.
    expect(lines.find((line) => line.startsWith("::notice"))?.match(/%0A/g)).toHaveLength(1);
  });

  test("sarif: relative to the repository; an error, or a note", () => {
    const { columnKind, results } = JSON.parse(check("sarif").stdout).runs[0];
    expect(columnKind).toBe("utf16CodeUnits");
    expect(
      results.map((one: { ruleId: string; level: string; locations?: object[] }) => [
        one.level,
        one.ruleId,
        one.locations,
      ]),
    ).toMatchSnapshot();
  });

  test("json: relative to the current folder; the old version's sources are not on the disk", () => {
    const { findings, ...rest } = JSON.parse(check("json").stdout);
    expect(rest).toMatchObject({ bump: "major", required: "2.0.0", exitCode: 1, versions: { old: "1.0.0" } });
    const kind = findings.find((one: { export: string }) => one.export === "./Button#ButtonProps.kind");
    expect(kind).toMatchObject({
      level: "major",
      old: { file: null, line: null, column: null, text: "kind?: string;" },
      new: { file: "src/Button.ts", line: 4, column: 12, text: "kind: string;" },
      at: { file: "src/Button.ts", line: 4, column: 12 },
    });
  });

  test("from the repository's root", () => {
    const args = ["contract", "check", "apps/shop/dist", "--package", "apps/shop/contracts", "--format"];
    expect(fedseal(repository, ...args, "text").stdout).toContain("at   apps/shop/src/Button.ts:4:12\n");
    expect(fedseal(repository, ...args, "github").stdout).toBe(check("github").stdout);
  });

  test("without the sources, places are those of the contract, and the findings are the same", () => {
    const sources = join(shop, "src");
    renameSync(sources, join(shop, "elsewhere"));
    try {
      const { findings } = JSON.parse(check("json").stdout);
      const kind = findings.find((one: { export: string }) => one.export === "./Button#ButtonProps.kind");
      expect(kind).toMatchObject({
        new: { file: null, line: null, column: null, text: "kind: string;" },
        at: { file: "dist/mf-contract.json", line: 8 },
      });
      expect(check("github").stdout).toContain(
        "::error file=apps/shop/dist/mf-contract.json,line=8,title=contract/property-became-required::",
      );
    } finally {
      renameSync(join(shop, "elsewhere"), sources);
    }
  });

  test("a source that is newer than the contract: no place that is not there", () => {
    const path = join(shop, "src/Button.ts");
    const text = readFileSync(path, "utf8");
    writeFileSync(path, text.replace("/* 😀 */ kind", "sort"));
    try {
      expect(check("text").stdout).toContain("at   src/Button.ts:3\n    - kind?: string;");
    } finally {
      writeFileSync(path, text);
    }
  });
});

test("a version that covers the changes", () => {
  const path = join(shop, "dist/mf-contract.json");
  const text = readFileSync(path, "utf8");
  writeFileSync(path, text.replace('"version": "1.0.0"', '"version": "2.0.0"'));
  try {
    const { stdout, status } = check("text");
    expect(status).toBe(0);
    expect(stdout.trim().split("\n").at(-1)).toBe(
      "fedseal: shop 1.0.0 → 2.0.0: 3 breaking, 2 compatible changes; 2.0.0 covers them",
    );
  } finally {
    writeFileSync(path, text);
  }
});
