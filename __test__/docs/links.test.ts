import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { expect, test } from "vitest";

/** Links between documents lead somewhere, headings included; diffs in guides apply to what is there. */

const ROOT = join(import.meta.dirname, "../..");
const tracked = execFileSync("git", ["ls-files", "*.md"], { cwd: ROOT, encoding: "utf8" }).trim().split("\n");
// Copies of docs/reference go with the package, without what they link to; pairs and fixtures are no documents.
const DOCUMENTS = tracked.filter((path) => !/^(npm\/\w+\/reference|__test__)\//.test(path));

function withoutCode(text: string): string {
  return text.replace(/^( *)```[\s\S]*?^\1```$/gm, "").replace(/`[^`\n]*`/g, (code) => code.replace(/[[\]()]/g, ""));
}

/** As GitHub makes them. */
function anchorsOf(path: string): Set<string> {
  const found = new Set<string>();
  for (const [, title = ""] of readFileSync(path, "utf8")
    .replace(/^( *)```[\s\S]*?^\1```$/gm, "")
    .matchAll(/^#{1,6} +(.+?) *#*$/gm)) {
    const text = title.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[*`]/g, "");
    const slug = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}_ -]/gu, "")
      .replaceAll(" ", "-");
    let one = slug;
    for (let index = 1; found.has(one); index++) one = `${slug}-${index}`;
    found.add(one);
  }
  return found;
}

test("every relative link leads to a file, and to a heading of it", () => {
  const dead: string[] = [];
  let links = 0;
  for (const document of DOCUMENTS) {
    const path = join(ROOT, document);
    for (const [, target = ""] of withoutCode(readFileSync(path, "utf8")).matchAll(/\]\(([^()\s]+)\)/g)) {
      if (/^[a-z+]+:/i.test(target)) continue;
      links += 1;
      const [file = "", anchor] = target.split("#");
      const place = file === "" ? path : resolve(dirname(path), decodeURIComponent(file));
      if (relative(ROOT, place).startsWith("..") || !existsSync(place)) dead.push(`${document}: ${target}`);
      else if (anchor !== undefined && statSync(place).isFile() && !anchorsOf(place).has(anchor))
        dead.push(`${document}: ${target} (no such heading)`);
    }
  }
  expect(dead).toEqual([]);
  expect(links).toBeGreaterThan(500);
});

test("the diff of the guide to Auth0 applies", () => {
  const guide = readFileSync(join(ROOT, "docs/guide/platform-auth0.md"), "utf8");
  const [, diff = ""] = /^```diff\n(--- a\/[\s\S]*?)^```$/m.exec(guide) ?? [];
  expect(diff).toContain("+++ b/examples/platform/start/start.js");
  execFileSync("git", ["apply", "--check", "-"], { cwd: ROOT, input: diff });
});
