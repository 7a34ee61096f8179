import { mkdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { project } from "../contract/projects.ts";
import { fedseal } from "./fedseal.ts";

/** `fedseal contract extract` and `verify`: where they find what they find. */

test.each(["extract", "verify"])("%s of a project in another folder: places from where a reader is", (command) => {
  const root = realpathSync(
    project({
      "apps/shop/package.json": '{ "name": "shop", "version": "1.0.0" }',
      "apps/shop/src/Button.ts": 'import "../../../lib/broken";\nexport * from "../../../lib/broken";\n',
      "lib/broken.ts": "export const é = '😀', = 1;\n",
    }),
  );
  mkdirSync(join(root, ".git"));
  const args = ["contract", command, "--remote", "shop", "--expose", "./Button=src/Button.ts"];
  const { stdout, status } = fedseal(join(root, "apps"), ...args, "--root", "shop");
  expect(status).toBe(2);
  expect(stdout).toContain("error[contract/syntax-error]");
  // UTF-16 code units: é is one, 😀 is two.
  expect(stdout).toContain("  at   ../lib/broken.ts:1:24\n");
  const github = fedseal(join(root, "apps"), ...args, "--root", "shop", "--format", "github").stdout;
  expect(github).toContain("::error file=lib/broken.ts,line=1,col=24,");
});
