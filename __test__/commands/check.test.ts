import { execFileSync } from "node:child_process";
import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Area, CheckContext } from "../../npm/fedseal/dist/check/area.js";
import { baseOf } from "../../npm/fedseal/dist/check/base.js";
import { check } from "../../npm/fedseal/dist/check/check.js";
import { renderCheck } from "../../npm/fedseal/dist/check/formats/render.js";
import { httpClient } from "../../npm/fedseal/dist/http/client.js";
import { fedseal, fedsealAsync, output } from "./fedseal.ts";
import { serveFolder } from "./serve.ts";

function sealed(files: Record<string, string> = {}) {
  const made = output(files);
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  return made;
}

function write(dir: string, name: string, content: object | string) {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), typeof content === "string" ? content : JSON.stringify(content, null, 2));
}

const EXCEPTION = { rule: "integrity/drift", owner: "team-shop", reason: "the CDN adds a banner" };

describe("fedseal check", () => {
  test("without a target checks dist, and says what does not apply", () => {
    const { status, stdout, stderr } = fedseal(sealed().dir, "check");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toMatchSnapshot();
  });

  test("without a folder: build first, and not green", () => {
    const { dir, dist } = sealed();
    rmSync(dist, { recursive: true });
    const { status, stdout } = fedseal(dir, "check");
    expect(status).toBe(2);
    expect(stdout).toContain("there is no folder dist; build first");
    expect(stdout).not.toContain(dir);
  });

  test.each(["text", "json", "github", "sarif", "markdown", "codequality"])("findings as %s", (format) => {
    const { dir, dist } = sealed();
    appendFileSync(join(dist, "remoteEntry.js"), "\n// built by us\n");
    write(dist, "new.js", "new");
    const { status, stdout, stderr } = fedseal(dir, "check", "--format", format);
    expect([status, stderr]).toEqual([1, ""]);
    expect(stdout).toMatchSnapshot();
    if (["json", "sarif", "codequality"].includes(format)) JSON.parse(stdout);
  });

  test("for GitLab, the same finding keeps its fingerprint, and what was not checked is an entry", () => {
    const { dir, dist } = sealed();
    const report = () => JSON.parse(fedseal(dir, "check", "--format", "codequality").stdout);
    expect(report()).toEqual([]);
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    const [first] = report();
    expect(first).toMatchObject({ check_name: "integrity/drift", severity: "major" });
    expect(first.location).toEqual({
      path: expect.stringMatching(/mf-manifest\.json$/),
      lines: { begin: expect.any(Number) },
    });
    expect(report()[0].fingerprint).toBe(first.fingerprint);
    rmSync(dist, { recursive: true });
    const items: { check_name: string; fingerprint: string }[] = report();
    expect(items.map((one) => one.check_name)).toEqual(
      expect.arrayContaining(["file/unreadable", "shared/not-checked", "federation/not-checked"]),
    );
    expect(new Set(items.map((one) => one.fingerprint)).size).toBe(items.length);
  });

  test("--config names another configuration; one that is not there is not green", () => {
    const { dir, dist } = sealed();
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    write(dir, "ci/fedseal.json", JSON.stringify({ targets: ["../dist"], rules: { "integrity/drift": "warning" } }));
    expect(fedseal(dir, "check").status).toBe(1);
    expect(fedseal(dir, "check", "--config", "ci/fedseal.json").status).toBe(0);
    const { status, stdout } = fedseal(dir, "check", "--config", "nope.json");
    expect(status).toBe(2);
    expect(stdout).toContain("error[config/unreadable]: nope.json cannot be read: ENOENT");
  });

  test("several reports at once, in files that are replaced whole", () => {
    const { dir, dist } = sealed();
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    write(dir, "reports/fedseal.sarif", { runs: [] });
    const outputs = [
      "sarif=reports/fedseal.sarif",
      "json=reports/new/fedseal.json",
      "markdown=comment.md",
      "text=all.txt",
    ];
    const ran = fedseal(dir, "check", "--format", "github", ...outputs.flatMap((one) => ["--output", one]));
    expect(ran.status).toBe(1);
    expect(ran.stdout).toMatch(/^::error /);
    const { runs } = JSON.parse(readFileSync(join(dir, "reports/fedseal.sarif"), "utf8"));
    expect(runs[0].results[0].ruleId).toBe("integrity/drift");
    const { findings } = JSON.parse(readFileSync(join(dir, "reports/new/fedseal.json"), "utf8"));
    expect(findings).toHaveLength(1);
    expect(readFileSync(join(dir, "comment.md"), "utf8")).toContain("#### `integrity/drift`");
    expect(readFileSync(join(dir, "all.txt"), "utf8")).toContain("fedseal: 1 error");
  });

  test("a report that cannot be written is not green", () => {
    const { dir } = sealed();
    write(dir, "file", "");
    const ran = fedseal(dir, "check", "--output", "json=file/fedseal.json");
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("error[file/unwritable]");
  });

  test.each([
    ["srif=a", 'There is no format "srif". Did you mean "sarif"?'],
    ["sarif", "Write it as sarif=fedseal.sarif."],
    ["sarif=", "Write it as sarif=fedseal.sarif."],
  ])("--output %s", (given, words) => {
    const ran = fedseal(sealed().dir, "check", "--output", given);
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain(words);
  });

  test("several targets: folders with their own settings, and a server", async () => {
    const { dir, dist } = sealed();
    const other = sealed();
    write(other.dist, "legacy.js", "old");
    const server = await serveFolder(dist);
    const manifest = `${server.url}/mf-manifest.json`;
    const targets = ["dist", { folder: other.dist, exclude: ["legacy.js"] }, { url: manifest }];
    write(dir, "fedseal.config.json", { targets });
    const integrity = async () => {
      const { checked, findings } = JSON.parse((await fedsealAsync(dir, "check", "--format", "json")).stdout);
      expect(checked).toContain("integrity");
      const own = findings.filter((one: { rule: string }) => one.rule.startsWith("integrity/"));
      return own.map((one: { location: { file: string } }) => one.location.file);
    };
    expect(await integrity()).toEqual([]);
    for (const file of ["mf-manifest.json", "remoteEntry.js"]) {
      expect(server.asked.some((one) => one.includes(file))).toBe(true);
    }
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    expect(await integrity()).toEqual(["dist/mf-manifest.json", manifest]);
    // A target of the call has the settings that the configuration gives it.
    expect(fedseal(dir, "check", other.dist).status).toBe(0);
    expect(fedseal(other.dir, "check", "dist").status).toBe(1);
  });

  test("an entry of `cache.entries` that no folder has is not green", () => {
    const { dir } = sealed({ _headers: "/*\n  Cache-Control: no-cache\n", "legacy.js": "old" });
    const other = sealed({ "other.js": "new" });
    const checkWith = (...entries: string[]) => {
      write(dir, "fedseal.config.json", { targets: ["dist", other.dist], cache: { platform: "netlify", entries } });
      write(other.dist, "_headers", "/*\n  Cache-Control: no-cache\n");
      return fedseal(dir, "check");
    };
    expect(checkWith("legacy.js", "other.js").stdout).not.toContain("cache.entries");
    const missing = checkWith("legacy.js", "othre.js", "*.js");
    expect(missing.status).toBe(2);
    expect(missing.stdout).toContain('`cache.entries` has "othre.js", and there is no such file in dist');
    expect(missing.stdout).toContain("an entry is the name of a file, and no pattern");
  });

  test("the configuration of the repository, from a folder below it", () => {
    const { dir, dist } = sealed();
    write(dir, ".git/HEAD", "");
    write(dir, "fedseal.config.json", { targets: ["dist"], rules: { "integrity/unlisted-file": "warning" } });
    mkdirSync(join(dir, "packages/shop"), { recursive: true });
    write(dist, "new.js", "new");
    const ran = fedseal(join(dir, "packages/shop"), "check", "--format", "json");
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout).findings).toMatchObject([
      { rule: "integrity/unlisted-file", severity: "warning", location: { file: "../../dist/new.js" } },
    ]);
    expect(fedseal(join(dir, "packages/shop"), "check", "--format", "github").stdout).toContain(
      "::warning file=dist/new.js",
    );
  });

  test("--quiet prints nothing where nothing is wrong, and only errors elsewhere", () => {
    const { dir, dist } = sealed();
    expect(fedseal(dir, "check", "--quiet")).toMatchObject({ stdout: "", status: 0 });
    write(dist, "new.js", "new");
    expect(fedseal(dir, "check", "-q").stdout).toContain("error[integrity/unlisted-file]");
  });

  test("more than ten findings of a rule are counted; -v and JSON have all", () => {
    const { dir, dist } = sealed();
    for (let index = 0; index < 15; index++) write(dist, `new-${index}.js`, "new");
    const count = (text: string) => text.split("error[integrity/unlisted-file]").length - 1;
    const { stdout } = fedseal(dir, "check");
    expect(count(stdout)).toBe(10);
    expect(stdout).toContain("and 5 more of integrity/unlisted-file");
    expect(stdout).toContain("by rule: integrity/unlisted-file 15");
    expect(count(fedseal(dir, "check", "-v").stdout)).toBe(15);
    expect(JSON.parse(fedseal(dir, "check", "--format", "json").stdout).findings).toHaveLength(15);
  });
});

describe("exceptions", () => {
  const drifted = (exception: object, ...args: string[]) => {
    const { dir, dist } = sealed();
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    write(dir, "fedseal.config.json", { exceptions: [{ ...EXCEPTION, ...exception }] });
    const { status, stdout } = fedseal(dir, "check", "--format", "json", ...args);
    const rules = JSON.parse(stdout).findings.map((one: { rule: string }) => one.rule);
    return { status, rules };
  };

  test.each<[string, object, number, string[]]>([
    ["of the rule", {}, 0, []],
    ["of the file that the finding is in", { file: "dist/mf-manifest.json" }, 0, []],
    ["of a glob", { file: "**/*.json" }, 0, []],
    ["of a word in the message", { expression: "remoteEntry.js" }, 0, []],
    ["of part of a word", { expression: "Entry.js" }, 1, ["integrity/drift", "config/exception-unused"]],
    ["of the start of a word", { expression: "remoteEntry" }, 1, ["integrity/drift", "config/exception-unused"]],
    ["of another file", { file: "other/**" }, 1, ["integrity/drift", "config/exception-unused"]],
    ["of another rule", { rule: "integrity/unlisted-file" }, 1, ["integrity/drift", "config/exception-unused"]],
    ["on its last day", { until: "2026-06-15" }, 0, []],
    ["a day later", { until: "2026-06-14" }, 1, ["integrity/drift", "config/exception-expired"]],
    ["of an area that does not apply", { rule: "contract/export-removed" }, 1, ["integrity/drift"]],
  ])("%s", (_, exception, status, rules) => {
    expect(drifted(exception, "--now", "2026-06-15")).toEqual({ status, rules });
  });

  test("count in verify, where they are never unused", () => {
    const { dir, dist } = sealed();
    write(dir, "fedseal.config.json", { exceptions: [{ ...EXCEPTION, until: "2026-06-15" }] });
    expect(fedseal(dir, "verify", "dist", "--now", "2026-06-15").status).toBe(0);
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    expect(fedseal(dir, "verify", "dist", "--now", "2026-06-15")).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /: not all is as sealed in dist\/mf-manifest\.json, but exceptions cover 1 finding\n$/,
      ),
    });
    const { status, stdout } = fedseal(dir, "verify", "dist", "--now", "2026-06-16");
    expect(status).toBe(1);
    expect(stdout).toContain("error[config/exception-expired]");
  });

  test("--now is a day", () => {
    expect(fedseal(sealed().dir, "check", "--now", "2026-02-30").stderr).toContain(
      "Write it as 2027-01-31, or in seconds since 1970.",
    );
  });
});

describe("the contract area", () => {
  /** A remote with a contract of one export, sealed. */
  function remote(version: string, source: string) {
    const made = output();
    write(made.dir, "src/Button.ts", source);
    const expose = ["--remote", "shop", "--remote-version", version, "--expose", "./Button=src/Button.ts"];
    const ran = fedseal(made.dir, "contract", "extract", ...expose, "--out", "dist/mf-contract.json");
    expect([ran.status, ran.stdout]).toEqual([0, ran.stdout]);
    expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
    return made;
  }
  const OLD = "export const a: string = '';\nexport const b: string = '';\n";
  const NEW = "export const a: string = '';\n";
  const checked = (dir: string, ...args: string[]) => {
    const { status, stdout } = fedseal(dir, "check", "--format", "json", ...args);
    return { status, ...JSON.parse(stdout) };
  };

  test("with nothing to compare with is not green", () => {
    const { dir } = remote("1.0.0", OLD);
    expect(checked(dir)).toMatchObject({
      status: 2,
      checked: ["integrity", "federation"],
      unchecked: [{ area: "contract", reason: expect.stringContaining("no contract package") }],
    });
  });

  test("against a locked package: a change that the version does not cover, and one that it does", () => {
    const locked = remote("1.0.0", OLD);
    const { dir } = remote("1.1.0", NEW);
    const pack = join(dir, "contracts");
    expect(fedseal(dir, "contract", "generate", join(locked.dist, "mf-contract.json"), "--out", pack).status).toBe(0);
    write(dir, "fedseal.config.json", { contract: { package: "contracts" } });
    const bad = checked(dir);
    expect(bad).toMatchObject({ status: 1, checked: ["integrity", "contract", "federation"], unchecked: [] });
    expect(bad.findings.map((one: { rule: string; severity: string }) => [one.rule, one.severity])).toEqual([
      ["contract/version-not-raised", "error"],
      ["contract/export-removed", "error"],
    ]);
    const covered = remote("2.0.0", NEW);
    write(covered.dir, "fedseal.config.json", { contract: { package: pack } });
    const good = checked(covered.dir);
    expect(good).toMatchObject({ status: 0, checked: ["integrity", "contract", "federation"] });
    expect(good.findings).toMatchObject([{ rule: "contract/export-removed", severity: "note" }]);
    // The same decision as that of the command.
    expect(fedseal(dir, "contract", "check").status).toBe(1);
    expect(fedseal(covered.dir, "contract", "check").status).toBe(0);
    // A package that is named and not there is not made up for by a base.
    write(covered.dir, "fedseal.config.json", { contract: { package: "./nowhere" } });
    expect(checked(covered.dir, "--base", locked.dist).status).toBe(2);
  });

  test("without a package, against the base: a folder, and a server", async () => {
    const old = remote("1.0.0", OLD);
    const { dir } = remote("1.1.0", NEW);
    expect(checked(dir, "--base", old.dist)).toMatchObject({
      status: 1,
      checked: ["integrity", "contract", "federation"],
      findings: [{ rule: "contract/version-not-raised" }, { rule: "contract/export-removed" }],
    });
    const { url, instead } = await serveFolder(old.dist);
    const served = async () => {
      const { status, stdout } = await fedsealAsync(
        dir,
        "check",
        "--format",
        "json",
        "--base",
        `${url}/mf-manifest.json`,
      );
      return { status, ...JSON.parse(stdout) };
    };
    expect(await served()).toMatchObject({ status: 1, checked: ["integrity", "contract", "federation"] });
    instead.set("/mf-contract.json", (_, response) => response.writeHead(500).end());
    expect(await served()).toMatchObject({ status: 2, unchecked: [{ area: "contract" }] });
    instead.set("/mf-contract.json", (_, response) => response.end("{}"));
    expect(await served()).toMatchObject({ status: 2, unchecked: [{ area: "contract" }] });
  });

  test("a configuration that has `contract`, and a folder that has none", () => {
    const { dir } = sealed();
    write(dir, "fedseal.config.json", { contract: {} });
    expect(checked(dir)).toMatchObject({ status: 2, unchecked: [{ area: "contract" }] });
  });
});

/** Areas of the tests: the engine is the same, whatever an area looks at. */
describe("areas", () => {
  const context = {
    cwd: process.cwd(),
    config: {},
    configFolder: process.cwd(),
    targets: [],
    http: httpClient(),
    unixTime: 0,
  };
  const loaded = { config: {}, path: undefined, folder: process.cwd(), text: "" };
  const run = (...areas: Area[]) => check(areas, context as CheckContext, loaded, "2026-06-15");
  const area = (name: string, outcome: Awaited<ReturnType<Area["run"]>>): Area => ({ name, run: async () => outcome });
  const clean = { diagnostics: [], unchecked: [] };

  test("config/nothing-checked: where no area applies", async () => {
    const result = await run(area("csp", undefined), area("cache", undefined));
    expect(result).toMatchObject({
      findings: [{ rule: "config/nothing-checked", undecided: true }],
      checked: [],
      notApplicable: ["csp", "cache"],
    });
    expect(result.unchecked).toHaveLength(1);
  });

  test("one that throws is a finding and not checked; the others are", async () => {
    const broken: Area = { name: "csp", run: () => Promise.reject(new Error("a bug")) };
    const result = await run(area("integrity", clean), broken, area("cache", clean));
    expect(result).toMatchObject({
      findings: [{ rule: "internal/panic", message: "a bug" }],
      checked: ["integrity", "cache"],
      unchecked: [{ area: "csp", reason: "a bug" }],
    });
  });

  test("one that could not check part of it is not checked", async () => {
    const result = await run(area("csp", { diagnostics: [], unchecked: [{ reason: "no policy was found" }] }));
    expect(result).toMatchObject({ checked: [], unchecked: [{ area: "csp", reason: "no policy was found" }] });
    expect(await renderCheck(result, "text", { verbose: false })).toBe(
      "  csp  not checked: no policy was found\n\nfedseal: not everything could be checked (csp)",
    );
    expect(await renderCheck(result, "markdown", { verbose: false })).toContain(
      "| csp | not checked: no policy was found |",
    );
  });
});

describe("--base", () => {
  const git = (cwd: string, ...args: string[]) =>
    execFileSync("git", ["-c", "user.name=a", "-c", "user.email=a@example.com", ...args], { cwd, stdio: "pipe" });

  function repository() {
    const { dir } = sealed();
    git(dir, "init", "-q", "-b", "main");
    write(dir, "shop/policy.txt", "old");
    git(dir, "add", "shop");
    git(dir, "commit", "-qm", "one");
    git(dir, "tag", "v1");
    write(dir, "shop/policy.txt", "new");
    git(dir, "commit", "-qam", "two");
    return dir;
  }
  const http = httpClient({ retries: 0 });
  const base = async (given: string, cwd: string, lastRelease?: string) => {
    const found = await baseOf(given, { cwd, http, lastRelease });
    if ("rule" in found) throw new Error(`${found.rule}: ${found.message}`);
    return found;
  };
  const read = async (given: string, cwd: string, file: string, lastRelease?: string) =>
    (await (await base(given, cwd, lastRelease)).read(file))?.toString("utf8");

  test("a ref: its files, from the folder that the command runs in", async () => {
    const dir = repository();
    expect(await read("v1", dir, "shop/policy.txt")).toBe("old");
    expect(await read("HEAD", join(dir, "shop"), "policy.txt")).toBe("new");
    expect(await read("HEAD~1", join(dir, "shop"), "../shop/policy.txt")).toBe("old");
    expect(await read("main", dir, "nothing.txt")).toBeUndefined();
  });

  test("last: the tag before this commit, or what the configuration says", async () => {
    const dir = repository();
    expect(await read("last", dir, "shop/policy.txt")).toBe("old");
    // A release pipeline runs on the new tag.
    git(dir, "tag", "v2");
    expect(await read("last", dir, "shop/policy.txt")).toBe("old");
    expect(await read("last", dir, "shop/policy.txt", "HEAD")).toBe("new");
  });

  test("a folder, and a folder that is called like a branch", async () => {
    const dir = repository();
    write(dir, "main/shop/policy.txt", "folder");
    expect(await read("main", dir, "shop/policy.txt")).toBe("new");
    expect(await read("./main", dir, "shop/policy.txt")).toBe("folder");
    expect(await read("main/", dir, "shop/policy.txt")).toBe("folder");
  });

  test("a URL", async () => {
    const { dir, dist } = sealed();
    const { url, instead } = await serveFolder(dist);
    const at = `${url}/mf-manifest.json`;
    expect(await read(at, dir, "remoteEntry.js")).toBe("entry");
    expect(await read(at, dir, "nothing.js")).toBeUndefined();
    instead.set("/remoteEntry.js", (_, response) => response.writeHead(500).end());
    await expect(read(at, dir, "remoteEntry.js")).rejects.toMatchObject({ name: "HttpError" });
  });

  test.each(["nowhere", "--all", "HEAD:shop", "last"])("%s is not a base", async (given) => {
    const { dir } = sealed();
    await expect(base(given, dir)).rejects.toThrow("config/unknown-base");
  });

  test("`last` without a release says what to do", () => {
    const { dir } = sealed();
    expect(fedseal(dir, "check", "--base", "last").stdout).toContain("fix  Set `lastRelease` in the configuration");
  });

  test("from the configuration, and an option in its place", () => {
    const dir = repository();
    write(dir, "fedseal.config.json", { base: "nowhere" });
    expect(fedseal(dir, "check").status).toBe(2);
    expect(fedseal(dir, "check", "--base", "v1").status).toBe(0);
    expect(existsSync(join(dir, ".git/worktrees"))).toBe(false);
  });
});
