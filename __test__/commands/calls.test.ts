import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal, fedsealAsync, output } from "./fedseal.ts";
import { listen, serveFolder } from "./serve.ts";

/** Calls that cannot be done as they are written: said, with exit code 2, before anything runs. */

function sealed(config?: object | string) {
  const made = output();
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  const name = typeof config === "string" ? "fedseal.config.mjs" : "fedseal.config.json";
  if (config !== undefined) put(made.dir, name, typeof config === "string" ? config : JSON.stringify(config));
  return made;
}

function put(dir: string, name: string, text: string) {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), text);
}

describe("a base that cannot be read is config/unknown-base", () => {
  const refused = async (dir: string, base: string) => {
    const check = await fedsealAsync(dir, "check", "--base", base, "--format", "json");
    const { findings } = JSON.parse(check.stdout);
    expect([check.status, findings[0]?.rule]).toEqual([2, "config/unknown-base"]);
    const report = await fedsealAsync(dir, "report", "--base", base, "--out", "page.html");
    expect(report.status).toBe(2);
    expect(report.stdout).toContain("not everything could be checked (config)");
    return findings[0].message as string;
  };

  test.each([
    ["an empty text", "", "the variable that holds it is not set"],
    ["white space", "  ", "the variable that holds it is not set"],
    ["a folder without a file", "./before", "there is no file in the folder ./before"],
    ["another scheme", "ftp://a.example/mf-manifest.json", "is not a URL of http or https"],
    ["a password", "http://user:s3cret@127.0.0.1/mf-manifest.json", "a user name or password"],
  ])("%s", async (_, base, words) => {
    const { dir } = sealed();
    mkdirSync(join(dir, "before/inner"), { recursive: true });
    const message = await refused(dir, base);
    expect(message).toContain(words);
    expect(message).not.toContain("s3cret");
  });

  test.each([
    ["an error", 500, "no", "the server answers 500"],
    ["nothing", 404, "no", "the server answers 404"],
    ["the page of a login", 200, "<!doctype html><title>Log in</title>", "does not answer with a manifest"],
    ["JSON of something else", 200, '{ "status": "ok" }', "does not answer with a manifest"],
  ])("a server that answers with %s", async (_, status, body, words) => {
    const url = await listen((_request, response) => response.writeHead(status).end(body));
    expect(await refused(sealed().dir, `${url}/mf-manifest.json`)).toContain(words);
  });

  test("in the configuration, too", () => {
    const { dir } = sealed({ base: "./before" });
    mkdirSync(join(dir, "before"));
    expect(fedseal(dir, "check").status).toBe(2);
  });
});

describe("a report never takes the place of", () => {
  test.each([
    ["another report", ["json=a.json", "sarif=./x/../a.json"], "two reports would be written to"],
    ["the configuration", ["json=fedseal.config.json"], "the configuration"],
    ["the manifest", ["html=dist/mf-manifest.json"], "part of the output that is checked"],
    ["a file that the manifest names", ["html=dist/remoteEntry.js"], "part of the output that is checked"],
    ["a file that pages could load", ["json=dist/new.json"], "part of the output that is checked"],
    ["a file behind a link", ["json=link/mf-manifest.json"], "part of the output that is checked"],
  ])("%s", (_, outputs, words) => {
    const { dir, dist } = sealed({ exclude: ["reports/**"] });
    symlinkSync(dist, join(dir, "link"));
    const before = readFileSync(join(dist, "mf-manifest.json"), "utf8");
    const ran = fedseal(dir, "check", ...outputs.flatMap((one) => ["--output", one]));
    expect(ran.status).toBe(2);
    expect(ran.stdout).toContain("error[options/invalid]");
    expect(ran.stdout).toContain(words);
    expect(readFileSync(join(dist, "mf-manifest.json"), "utf8")).toBe(before);
    expect(existsSync(join(dir, "a.json"))).toBe(false);
  });

  test("and of report, neither", () => {
    const { dir, dist } = sealed();
    const before = readFileSync(join(dist, "remoteEntry.js"), "utf8");
    const ran = fedseal(dir, "report", "--out", "dist/remoteEntry.js");
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining("error[options/invalid]")]);
    expect(readFileSync(join(dist, "remoteEntry.js"), "utf8")).toBe(before);
  });

  test("what the configuration excludes, and what nobody loads, may stand in the output folder", () => {
    const { dir, dist } = sealed({ exclude: ["reports/**"] });
    const outputs = ["--output", "json=dist/reports/fedseal.json", "--output", "markdown=dist/report.md"];
    expect(fedseal(dir, "check", ...outputs).status).toBe(0);
    expect(existsSync(join(dist, "reports/fedseal.json")) && existsSync(join(dist, "report.md"))).toBe(true);
  });

  test("standard output, which has what --format names", () => {
    const { dir } = sealed();
    const ran = fedseal(dir, "check", "--output", "json=-");
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining("Standard output has what --format names.")]);
    expect(existsSync(join(dir, "-"))).toBe(false);
  });
});

describe("a target that is neither a folder nor a URL", () => {
  test.each([
    ["", "is an empty text"],
    ["http://", "is not a URL of http or https"],
    ["ftp://a.example/mf-manifest.json", "is not a URL of http or https"],
    ["https://user:s3cret@a.example/mf-manifest.json", "a user name or password"],
    ["https://user:s3cret@a.example:99999/mf-manifest.json", "is not a URL of http or https"],
  ])("%j", (target, words) => {
    const { dir } = sealed();
    const calls = [["check", "text"], ["verify", "text"], ...(target.includes("s3cret") ? [["verify", "sarif"]] : [])];
    for (const [call = "", format = ""] of calls) {
      const ran = fedseal(dir, call, target, "--format", format);
      expect([call, format, ran.status]).toEqual([call, format, 2]);
      expect(ran.stdout).toContain("options/invalid");
      expect(ran.stdout).toContain(words);
      expect(ran.stdout + ran.stderr).not.toContain("s3cret");
    }
    const configured = fedseal(sealed({ targets: [target] }).dir, "check");
    expect([configured.status, configured.stdout]).toEqual([2, expect.stringContaining("error[config/invalid]")]);
    expect(configured.stdout).not.toContain("s3cret");
  });
});

test("a redirect to a URL with a password is printed without it", async () => {
  const url = await listen((_, response) => response.writeHead(302, { location: "http://user:s3cret@[/" }).end());
  const { dir } = sealed();
  for (const format of ["text", "sarif", "markdown", "html"]) {
    const ran = await fedsealAsync(dir, "check", `${url}/mf-manifest.json`, "--format", format);
    expect(ran.status).toBe(2);
    expect(ran.stdout).not.toContain("s3cret");
  }
});

test("a public path with a password is printed without it", () => {
  const { dir, dist } = sealed();
  const path = join(dist, "mf-manifest.json");
  writeFileSync(path, readFileSync(path, "utf8").replace('"auto"', '"https://user:s3cret@a.example/shop"'));
  for (const call of [["check"], ["verify", "dist"]]) {
    const { stdout } = fedseal(dir, ...call);
    expect(stdout).toContain("manifest/public-path-without-slash");
    expect(stdout).not.toContain("s3cret");
  }
});

test("the fragment of a URL is not asked for, and no redirect", async () => {
  const { dir, dist } = sealed();
  const { url } = await serveFolder(dist);
  for (const call of ["check", "verify"]) {
    const ran = await fedsealAsync(dir, call, `${url}/a/../mf-manifest.json#x`);
    expect(ran.stdout).not.toContain("serve/redirected");
    // The server sends none of the headers that `check` asks for.
    expect(ran.status).toBe(call === "verify" ? 0 : 1);
  }
});

describe("a configuration", () => {
  test("that leaves a timer or a server open does not keep the command from ending", () => {
    const open =
      'import { createServer } from "node:http"; setInterval(() => {}, 1000); createServer().listen(0, "127.0.0.1");';
    const { dir } = sealed(`${open} export default {};`);
    const ran = fedseal(dir, "check", "--format", "json");
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout).findings).toEqual([]);
  });

  test("that ends the process is said, and never green", () => {
    for (const how of [
      "process.exit(0);",
      "process.exit(7);",
      "setTimeout(() => process.exit(0)); await new Promise(() => {});",
    ]) {
      const { dir } = sealed(`${how} export default {};`);
      for (const call of how.includes("7") ? [["check"], ["verify", "dist"], ["report"]] : [["check"]]) {
        const ran = fedseal(dir, ...call);
        expect([how, call, ran.status]).toEqual([how, call, 2]);
        expect(ran.stderr).toContain("nothing was checked");
        expect(ran.stderr).toContain("process.exit()");
      }
    }
  });

  test("of which much is printed is printed whole, into a pipe too", () => {
    const { dir, dist } = sealed();
    for (let index = 0; index < 800; index++) put(dist, `new-${index}.js`, "new");
    const { stdout } = spawnSync("sh", ["-c", `"$0" "$1" check --format json | cat`, process.execPath, bin()], {
      cwd: dir,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    expect(JSON.parse(stdout).findings).toHaveLength(800);
  });
});

function bin() {
  return join(import.meta.dirname, "../../npm/fedseal/bin/fedseal.js");
}

test("--quiet says how many warnings there are, and shows none", () => {
  const { dir, dist } = sealed();
  const path = join(dist, "mf-manifest.json");
  const manifest = JSON.parse(readFileSync(path, "utf8"));
  manifest.metaData.publicPath = "/shop";
  writeFileSync(path, JSON.stringify(manifest));
  put(dist, "new.js", "new");
  const { stdout } = fedseal(dir, "check", "-q");
  expect(stdout).not.toContain("warning[");
  expect(stdout).toMatch(/^ {2}integrity {3}1 error, 1 warning$/m);
  put(dir, "fedseal.config.json", JSON.stringify({ contract: {}, rules: { "integrity/unlisted-file": "warning" } }));
  const open = fedseal(dir, "check", "-q");
  expect(open.status).toBe(2);
  expect(open.stdout).toMatch(/^ {2}integrity {3}2 warnings$/m);
});

describe("places of findings in a manifest", () => {
  test("have a line and a column in annotations, code scanning and code quality", () => {
    const { dir, dist } = sealed();
    put(dist, "remoteEntry.js", "other");
    const lines = readFileSync(join(dist, "mf-manifest.json"), "utf8").split("\n");
    const line = lines.findIndex((one) => one.includes('"remoteEntry": {')) + 1;
    const column = (lines[line - 1] ?? "").indexOf('"') + 1;
    for (const call of [["check"], ["verify", "dist"]]) {
      const sarif = JSON.parse(fedseal(dir, ...call, "--format", "sarif").stdout);
      const { region } = sarif.runs[0].results[0].locations[0].physicalLocation;
      expect(region).toEqual({ startLine: line, startColumn: column });
      expect(fedseal(dir, ...call, "--format", "github").stdout).toContain(`,line=${line},col=${column},`);
    }
    const [item] = JSON.parse(fedseal(dir, "check", "--format", "codequality").stdout);
    expect(item.location.lines).toEqual({ begin: line });
  });
});
