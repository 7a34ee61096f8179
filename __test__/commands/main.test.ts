import { spawnSync } from "node:child_process";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { rules } from "@fedseal/binding";
import { describe, expect, test } from "vitest";
import { hasColours } from "../../npm/fedseal/dist/cli/style.js";
import { BIN, fedsealProcess as fedseal, output } from "./fedseal.ts";

/** The manners of the command, whatever it is asked to do: each call is a process, as people start it. */

const ESCAPE = "\u001b[";

/** Runs the command with these variables. */
function withEnvironment(cwd: string, environment: Record<string, string>, ...args: string[]) {
  const env = { ...plain(), ...environment };
  return spawnSync(process.execPath, [BIN, ...args], { cwd, env, encoding: "utf8" });
}

/** Runs the command on a terminal of 100 columns, which `script` (util-linux) makes. */
function onTerminal(cwd: string, environment: Record<string, string>, ...args: string[]) {
  return nodeOnTerminal(cwd, environment, BIN, ...args);
}

function nodeOnTerminal(cwd: string, environment: Record<string, string>, ...args: string[]) {
  const quoted = [process.execPath, ...args].map((one) => `'${one}'`).join(" ");
  const command = `stty cols 100 && ${quoted}`;
  const env = { ...plain(), TERM: "xterm-256color", ...environment };
  const { stdout, status, error } = spawnSync("script", ["-qec", command, "/dev/null"], { cwd, env, encoding: "utf8" });
  if (error) throw error;
  return { stdout: stdout.replaceAll("\r\n", "\n"), status };
}

function plain(): Record<string, string | undefined> {
  const { NO_COLOR: _, FORCE_COLOR: __, CI: ___, ...rest } = process.env;
  return rest;
}

function drifted() {
  const made = output();
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  appendFileSync(join(made.dist, "remoteEntry.js"), "!");
  appendFileSync(join(made.dist, "static/js/lazy.js"), "!");
  return made.dir;
}

describe("colour and layout", () => {
  test("none without a terminal, whatever the machine", () => {
    const dir = drifted();
    for (const environment of [{}, { CI: "true", TERM: "xterm-256color" }, { NO_COLOR: "1" }, { FORCE_COLOR: "0" }]) {
      const { stdout, stderr } = withEnvironment(dir, environment, "check");
      expect(stdout).toContain("error[integrity/drift]");
      expect(stdout + stderr).not.toContain("\u001b");
    }
  });

  test("FORCE_COLOR has them anywhere, and changes nothing else", () => {
    const dir = drifted();
    const { stdout } = withEnvironment(dir, { FORCE_COLOR: "1" }, "verify", "dist");
    expect(stdout).toContain(ESCAPE);
    expect(stripVTControlCharacters(stdout)).toBe(withEnvironment(dir, {}, "verify", "dist").stdout);
  });

  test("a terminal has colours and two columns; NO_COLOR and a dumb terminal keep the columns", () => {
    const dir = drifted();
    const coloured = onTerminal(dir, {}, "check");
    expect(coloured.status).toBe(1);
    expect(coloured.stdout).toContain(ESCAPE);
    const shown = stripVTControlCharacters(coloured.stdout);
    expect(shown).toMatch(/^ {2}\S+ \/metaData\/remoteEntry +remoteEntry\.js was sealed as sha384-/m);
    expect(Math.max(...shown.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    for (const environment of [{ NO_COLOR: "1" }, { TERM: "dumb" }]) {
      const { stdout } = onTerminal(dir, environment, "check");
      expect(stdout).toBe(shown);
    }
  });

  test("progress is for people at a terminal: with CI or a dumb terminal nothing is written", () => {
    const { dir } = output();
    const module = pathToFileURL(join(BIN, "../../dist/cli/output.js")).href;
    const slow = "new Promise((resolve) => setTimeout(resolve, 900))";
    const code = `import("${module}").then(({ withProgress }) => withProgress(() => ${slow}, "waiting"))`;
    expect(nodeOnTerminal(dir, {}, "-e", code).stdout).toContain("waiting");
    for (const environment of [{ CI: "1" }, { CI: "" }, { TERM: "dumb" }]) {
      expect(nodeOnTerminal(dir, environment, "-e", code).stdout).toBe("");
    }
  });

  test("an empty NO_COLOR and CI do not switch them off on a terminal", () => {
    const dir = drifted();
    for (const environment of [{ NO_COLOR: "" }, { CI: "1" }]) {
      expect(onTerminal(dir, environment, "check").stdout).toContain(ESCAPE);
    }
  });

  test("JSON, GitHub and SARIF have none, also where they are forced", () => {
    const dir = drifted();
    for (const format of ["json", "github", "sarif", "markdown", "html"]) {
      expect(withEnvironment(dir, { FORCE_COLOR: "1" }, "check", "--format", format).stdout).not.toContain(ESCAPE);
    }
  });

  test.each<[string, Record<string, string>, boolean, boolean]>([
    ["nothing set", {}, false, true],
    ["NO_COLOR", { NO_COLOR: "1" }, false, false],
    ["NO_COLOR that is empty (no-color.org)", { NO_COLOR: "" }, false, true],
    ["FORCE_COLOR", { FORCE_COLOR: "1" }, true, true],
    ["FORCE_COLOR that is empty", { FORCE_COLOR: "" }, true, true],
    ["FORCE_COLOR=0", { FORCE_COLOR: "0" }, false, false],
    ["both", { FORCE_COLOR: "1", NO_COLOR: "1" }, true, true],
  ])("%s", (_, environment, elsewhere, terminal) => {
    expect(hasColours({ isTTY: false } as NodeJS.WriteStream, environment)).toBe(elsewhere);
    const screen = { isTTY: true, hasColors: () => true };
    expect(hasColours(screen as unknown as NodeJS.WriteStream, environment)).toBe(terminal);
  });
});

describe("a mistake in the call", () => {
  test.each<[string[], string]>([
    [["verfy"], "Did you mean verify?"],
    [["verify", "dist", "--formt", "json"], "Did you mean --format?"],
    [["verify", "dist", "--format", "jsn"], "Allowed choices are text, json, github, sarif"],
    [["contract", "chek"], "Did you mean check?"],
    [["explain", "integrity/drfit"], "Did you mean integrity/drift?"],
    [["explain", "drift"], "Did you mean integrity/drift?"],
    [["explain", "ERR_FEDSEAL_FETHC"], "Did you mean ERR_FEDSEAL_FETCH?"],
    [["explain", "ERR_FEDSEAL_TIMEOT"], "Did you mean ERR_FEDSEAL_TIMEOUT?"],
    [["explain", "ERR_HTTP_TIMEOT"], "Did you mean ERR_HTTP_TIMEOUT?"],
    [["explain", "nothing-like-it-at-all"], "Run `fedseal explain` for the list."],
    [["verify"], "missing required argument 'target'"],
    [["contract", "record-deployment"], "required option '--app"],
    [["completion", "tcsh"], "Allowed choices are zsh, bash, fish, powershell"],
  ])("%j", (args, words) => {
    const { status, stdout, stderr } = fedseal(output().dir, ...args);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(words);
  });

  test("names steer no terminal", () => {
    expect(fedseal(output().dir, "explain", "\u001b[31mred").stderr).not.toContain("\u001b");
  });
});

describe("help", () => {
  test("of the command: exit codes, the configuration, where the documentation is", () => {
    const { status, stdout } = fedseal(output().dir, "--help");
    expect(status).toBe(0);
    expect(stdout).toContain("Exit codes: 0 clean, 1 findings, 2 could not check or wrong call.");
    expect(stdout).toContain("fedseal.config.{json,jsonc,js,mjs,ts}");
    expect(stdout).toContain("docs/reference/command.md");
    for (const name of ["init", "seal", "verify", "check", "contract", "explain", "completion"]) {
      expect(stdout).toMatch(new RegExp(`^ {2}${name} `, "m"));
    }
  });

  test.each(["seal", "verify", "check", "explain"])("of %s has examples", (name) => {
    expect(fedseal(output().dir, name, "--help").stdout).toContain(`Examples:\n  fedseal ${name}`);
  });

  test("marks options that must be given", () => {
    const { stdout } = fedseal(output().dir, "contract", "record-deployment", "--help");
    expect(stdout.replaceAll(/\s+/g, " ")).toMatch(/--app <app@version> .*?\(required\)/);
  });

  test("-V is the version, -v of a command is its own", () => {
    const { version } = JSON.parse(readFileSync(join(BIN, "../../package.json"), "utf8"));
    expect(fedseal(output().dir, "-V").stdout).toBe(`${version}\n`);
    const dir = drifted();
    expect(fedseal(dir, "verify", "dist", "-v").status).toBe(1);
  });
});

test.each([
  ["seal", "dist"],
  ["verify", "dist"],
  ["verify", "http://127.0.0.1:1/mf-manifest.json"],
  ["check"],
  ["report", "--out", "-"],
  ["headers", "--for", "nginx", "dist"],
])("%s reads the configuration that is named", (...args) => {
  const { dir } = output();
  writeFileSync(join(dir, "other.json"), '{ "inculde": [] }');
  const { status, stdout, stderr } = fedseal(dir, ...args, "--config", "other.json");
  expect(status).toBe(2);
  expect(stdout + stderr).toContain("config/invalid");
});

describe("explain", () => {
  test("every code of a failed request has its section", () => {
    const source = readFileSync(join(import.meta.dirname, "../../npm/fedseal/src/http/errors.ts"), "utf8");
    const codes = source.match(/(?<=^ {2}\| ")ERR_HTTP_\w+/gm) ?? [];
    expect(codes.length).toBeGreaterThan(8);
    const { errors } = JSON.parse(fedseal(output().dir, "explain", "--format", "json").stdout);
    expect(errors.filter((one: string) => one.startsWith("ERR_HTTP_")).sort()).toEqual([...codes].sort());
    expect(fedseal(output().dir, "explain", "ERR_HTTP_TLS").stdout).toContain("What to do.");
  });

  test("lists every rule and every error of the runtime", () => {
    const { stdout } = fedseal(output().dir, "explain", "--format", "json");
    const { rules: listed, errors } = JSON.parse(stdout);
    expect(listed.map((one: { rule: string }) => one.rule)).toEqual(rules().map(({ id }) => id));
    const source = readFileSync(join(import.meta.dirname, "../../npm/runtime/src/errors.ts"), "utf8");
    const codes = [...source.matchAll(/^ {2}(ERR_FEDSEAL_\w+):/gm)].map(([, code]) => code);
    expect(errors.filter((one: string) => one.startsWith("ERR_FEDSEAL_"))).toEqual(codes.sort());
    expect(errors.length).toBeGreaterThan(10);
  });

  test.each([
    ["ERR_FEDSEAL_INTEGRTY", "ERR_FEDSEAL_INTEGRITY_MISMATCH"],
    ["err_fedseal_integrity_mismach", "ERR_FEDSEAL_INTEGRITY_MISMATCH"],
    ["ERR_FEDSEAL_FTECH", "ERR_FEDSEAL_FETCH"],
    ["integrity/drfit", "integrity/drift"],
  ])("%s: did you mean %s", (name, meant) => {
    const { status, stderr } = fedseal(output().dir, "explain", name);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`Did you mean ${meant}?`)]);
  });

  test("a rule and an error as JSON", () => {
    const rule = JSON.parse(fedseal(output().dir, "explain", "config/invalid", "--format", "json").stdout);
    expect(rule).toMatchObject({ rule: "config/invalid", severity: "error", undecided: true });
    expect(Object.keys(rule)).toEqual(["rule", "severity", "undecided", "summary", "why", "fix"]);
    const error = JSON.parse(fedseal(output().dir, "explain", "ERR_FEDSEAL_FETCH", "--format", "json").stdout);
    expect(error.code).toBe("ERR_FEDSEAL_FETCH");
    expect(error.text).toContain("**What happened.**");
    expect(error.text).not.toMatch(/\]\((?!https?:)/);
  });

  test("is Markdown in a pipe and rendered on a terminal", () => {
    const { dir } = output();
    expect(fedseal(dir, "explain", "integrity/drift").stdout).toMatch(/^# integrity\/drift\n\n/);
    const { stdout } = onTerminal(dir, {}, "explain", "integrity/drift");
    expect(stdout).toContain(ESCAPE);
    expect(stripVTControlCharacters(stdout)).toMatch(/^integrity\/drift\n\n/);
    expect(stdout).not.toContain("**");
  });
});

describe("shell completion", () => {
  test.each(["zsh", "bash", "fish", "powershell"])("a script for %s", (shell) => {
    const { status, stdout } = fedseal(output().dir, "completion", shell);
    expect(status).toBe(0);
    expect(stdout).toContain("fedseal");
    expect(stdout).toMatch(/complete\b.*--/);
  });

  test("the script of bash is one that bash takes", () => {
    const { stdout } = fedseal(output().dir, "completion", "bash");
    const { status, stderr } = spawnSync("bash", ["-n"], { input: stdout, encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
  });

  test.each<[string[], string]>([
    [["ver"], "verify"],
    [["check", "--ba"], "--base"],
    [["check", "--format", ""], "markdown"],
    [["report", "--ba"], "--base"],
    [["contract", "can"], "can-i-deploy"],
    [["contract", "check", "--pro"], "--profile"],
    [["explain", "integrity/dr"], "integrity/drift"],
  ])("%j is completed", (words, completed) => {
    const { stdout } = fedseal(output().dir, "complete", "--", ...words);
    expect(stdout.split("\n").map((line) => line.split("\t")[0])).toContain(completed);
  });
});
