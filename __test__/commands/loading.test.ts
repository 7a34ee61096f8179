import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { BIN, fedseal, output } from "./fedseal.ts";

/** A command loads what it needs: an import at the top of a file is paid for by every call of every command that reaches it. */

const TRACE = pathToFileURL(join(import.meta.dirname, "loaded.mjs")).href;

/** Packages that a call loads, by their names; `undici` is Node's own, and `fedseal/…` the files of the command. */
function loadedBy(cwd: string, ...args: string[]): Set<string> {
  const file = join(mkdtempSync(join(tmpdir(), "fedseal-test-")), "loaded.txt");
  const env = { ...process.env, FEDSEAL_TEST_LOADED: file };
  const { status, stderr } = spawnSync(process.execPath, ["--import", TRACE, BIN, ...args], {
    cwd,
    env,
    encoding: "utf8",
  });
  expect([stderr, status]).toEqual(["", 0]);
  return new Set(readFileSync(file, "utf8").split("\n").flatMap(nameOf));
}

function nameOf(line: string): string[] {
  const path = decodeURI(line).replaceAll("\\", "/");
  const own = /\/npm\/fedseal\/dist\/(.+)$/.exec(path)?.[1];
  if (own !== undefined) return [`fedseal/${own}`];
  if (path.includes("/npm/binding/")) return ["@fedseal/binding"];
  if (/internal\/deps\/undici/.test(path)) return ["undici"];
  const name = path.split("/node_modules/").at(-1);
  if (name === undefined || name === path) return [];
  return [name.split("/", name.startsWith("@") ? 2 : 1).join("/")];
}

const packagesOf = (loaded: Set<string>) => [...loaded].filter((one) => !one.startsWith("fedseal/")).sort();

function sealed(files: Record<string, string> = {}): string {
  const { dir } = output(files);
  expect(fedseal(dir, "seal", "dist").status).toBe(0);
  return dir;
}

describe("packages that a call loads", () => {
  test.each([
    [["--help"], ["commander"]],
    [["--version"], ["commander"]],
    [["verify", "--help"], ["commander"]],
    [["contract", "--help"], ["commander"]],
    [["contract", "diff", "--help"], ["commander"]],
    [
      ["explain", "integrity/drift"],
      ["@fedseal/binding", "commander"],
    ],
    [
      ["seal", "dist"],
      ["@fedseal/binding", "commander"],
    ],
    [
      ["verify", "dist"],
      ["@fedseal/binding", "commander"],
    ],
    [
      ["verify", "dist", "--format", "json"],
      ["@fedseal/binding", "commander"],
    ],
  ])("%j", (args, packages) => {
    expect(packagesOf(loadedBy(sealed(), ...args))).toEqual(packages);
  });

  test("a configuration loads what reads and judges it", () => {
    const dir = sealed();
    writeFileSync(join(dir, "fedseal.config.json"), "{}");
    const loaded = packagesOf(loadedBy(dir, "verify", "dist"));
    expect(loaded).toContain("jsonc-parser");
    expect(loaded).not.toContain("typescript");
  });
});

describe("files that a call loads", () => {
  test("of other commands none", () => {
    const files = [...loadedBy(sealed(), "verify", "dist")].filter((one) =>
      /^fedseal\/(cli|report|contract)\//.test(one),
    );
    expect(files.sort()).toEqual([
      "fedseal/cli/commands/lines.js",
      "fedseal/cli/commands/verify.js",
      "fedseal/cli/exit-code.js",
      "fedseal/cli/formats.js",
      "fedseal/cli/main.js",
      "fedseal/cli/options.js",
      "fedseal/cli/output.js",
      "fedseal/cli/style.js",
      "fedseal/cli/verify.js",
    ]);
  });

  test("for a folder nothing that fetches", () => {
    const files = [...loadedBy(sealed(), "verify", "dist")];
    expect(files.filter((one) => /\/http\/|\/gates\/integrity\/(mirror|served)/.test(one))).toEqual([]);
  });
});

describe("the help of all commands", () => {
  // It is made of lines of its own, without loading the commands.
  const help = fedseal(output().dir, "--help").stdout;
  const names = [...help.matchAll(/^ {2}([a-z]+)(.*?)(?: {2,}|\n)/gm)].map(([, name = "", usage = ""]) => ({
    name,
    usage: usage.trim(),
  }));

  test("has a line for each", () => {
    expect(names.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["init", "verify", "sign", "contract", "explain", "completion"]),
    );
  });

  test.each(names.filter(({ name }) => name !== "help"))("$name is called as its own help says", ({ name, usage }) => {
    const own = fedseal(output().dir, "help", name).stdout;
    const [, words = ""] = new RegExp(`^Usage: fedseal ${name} ?(.*)$`, "m").exec(own) ?? [];
    // Groups have their commands in place of arguments; without an option but --help, the line has no `[options]`.
    expect(words.replace("[options] [command]", "").replace(/^\[options\] (?=<shell>)/, "")).toBe(usage);
  });
});
