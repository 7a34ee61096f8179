import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { contract, SHELL, SHOP, workspace } from "../commands/workspace.ts";
import { project } from "./projects.ts";

/** Sources in the encodings that TypeScript reads are the same sources. */

const ENCODINGS: Record<string, (text: string) => Buffer> = {
  "UTF-8 with a byte order mark": (text) => Buffer.from(`\ufeff${text}`, "utf8"),
  "UTF-16, little end first": (text) => Buffer.from(`\ufeff${text}`, "utf16le"),
  "UTF-16, big end first": (text) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
};

const WRITTEN =
  'export interface Price {\n  note: "ä😀";\n}\nexport function priceOf(article: string): Price {\n  throw article;\n}\n';
const INFERRED = 'export const priceOf = (article: string) => ({ article, note: "ä😀" });\n';

describe.each(Object.entries(ENCODINGS))("%s", (_, encode) => {
  test.each([
    ["written", WRITTEN],
    ["inferred", INFERRED],
  ])("%s types are extracted", (_, source) => {
    const root = project({ "src/plain.ts": source }, { typescript: "typescript" });
    writeFileSync(join(root, "src/other.ts"), encode(source));
    const stub = (name: string) => {
      const args = ["--remote", "shop", "--expose", `./price=src/${name}.ts`, "--out", `${name}.json`];
      expect(fedseal(root, "contract", "extract", ...args)).toMatchObject({ status: 0 });
      return JSON.parse(readFileSync(join(root, `${name}.json`), "utf8")).files["price.d.ts"];
    };
    expect(stub("other")).toBe(stub("plain"));
  });

  test("they are compared, with their places", () => {
    const root = project({ "old.ts": WRITTEN });
    writeFileSync(join(root, "new.ts"), encode(WRITTEN.replace("note", "hint")));
    const { stdout } = fedseal(root, "contract", "diff", "old.ts", "new.ts");
    expect(stdout).toContain("contract/property-removed] Price.note");
    expect(stdout).toContain("new.ts:2:3");
  });

  test("what a shell uses is found in them", () => {
    const at = workspace({ "shop.json": contract("shop", "2.4.0", SHOP) });
    writeFileSync(join(at.shell, "src/page.ts"), encode(SHELL["src/page.ts"]));
    expect(at.run("generate", "--shell", "shell", "--uses", "src").stdout).toContain("shop/price: format, priceOf");
  });
});

test("what is in no such encoding is refused", () => {
  const root = project({});
  writeFileSync(join(root, "latin.ts"), Buffer.from("export type A = '\xe4';\n", "latin1"));
  const { stdout, status } = fedseal(root, "contract", "extract", "--remote", "shop", "--expose", "./A=latin.ts");
  expect(stdout).toContain("latin.ts cannot be read: it is neither UTF-8 nor UTF-16 with a byte order mark");
  expect(status).toBe(2);
});
