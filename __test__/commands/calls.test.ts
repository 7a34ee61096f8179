import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  ])("%s", async (_, base, words) => {
    const { dir } = sealed();
    mkdirSync(join(dir, "before/inner"), { recursive: true });
    expect(await refused(dir, base)).toContain(words);
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
    ["a page of the output", ["html=dist/index.html"], "part of the output that is checked"],
    ["what the configuration excludes from the output", ["json=dist/reports/a.json"], "part of the output that is"],
    ["another report, behind a link to what is not there", ["json=a.json", "sarif=b.json"], "two reports would be"],
    ["the output, behind such a link", ["json=c.json"], "part of the output that is checked"],
    ["a folder", ["json=notes"], "the report needs a file, and there is a folder notes"],
    ["a pipe", ["json=pipe"], "the report needs a file, and there is a pipe, socket or device pipe"],
  ])("%s", (_, outputs, words) => {
    const { dir, dist } = sealed({ exclude: ["reports/**"] });
    symlinkSync(dist, join(dir, "link"));
    symlinkSync("a.json", join(dir, "b.json"));
    symlinkSync("dist/not-yet/new.json", join(dir, "c.json"));
    mkdirSync(join(dir, "notes"));
    execFileSync("mkfifo", [join(dir, "pipe")]);
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

  const OTHERS: [string, string][] = [
    ["vercel.json", "{}"],
    ["package.json", '{ "name": "shop" }'],
    ["policy.txt", "default-src 'self'"],
    ["public/_headers", "/*\n  Cache-Control: no-cache\n"],
    ["nginx.conf", "server {}"],
    ["rspack.config.js", "module.exports = {};"],
    ["index.html", "<!doctype html>\n<html><head><title>Shop</title></head></html>"],
    ["list.json", '[{ "check_name": 1 }]'],
    ["findings.json", '{ "findings": [] }'],
    ["other.sarif", '{ "runs": [{ "tool": { "driver": { "name": "eslint" } } }] }'],
    ["README.md", "## fedseal checks\n"],
    ["notes.txt", "fedseal: see below\nbelow\n"],
  ];
  const FORMATS = ["text", "json", "github", "sarif", "markdown", "html", "codequality"];

  test("a file that is no report, whatever the format", () => {
    const { dir } = sealed();
    for (const [file, text] of OTHERS) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    for (const format of FORMATS) {
      const outputs = OTHERS.flatMap(([file]) => ["--output", `${format}=${file}`]);
      const ran = fedseal(dir, "check", "--verbose", ...outputs);
      expect(ran.status).toBe(2);
      for (const [file, text] of OTHERS) {
        expect(ran.stdout).toContain(`replace a file that is no earlier ${format} report of fedseal: ${file}`);
        expect(readFileSync(join(dir, file), "utf8")).toBe(text);
      }
    }
    const ran = fedseal(dir, "report", "--out", "index.html");
    expect([ran.status, ran.stderr]).toEqual([2, expect.stringContaining("replace a file that is no earlier html")]);
  });

  test("but of an earlier report in its format, with and without findings, or of an empty file", () => {
    const { dir, dist } = sealed();
    const outputs = FORMATS.flatMap((format) => ["--output", `${format}=reports/${format}`]);
    mkdirSync(join(dir, "reports"));
    writeFileSync(join(dir, "reports/json"), "");
    const call = () => fedseal(dir, "check", ...outputs);
    expect(call().status).toBe(0);
    writeFileSync(join(dist, "new.js"), "new");
    const before = FORMATS.map((format) => readFileSync(join(dir, "reports", format), "utf8"));
    expect(call().status).toBe(1);
    const after = FORMATS.map((format) => readFileSync(join(dir, "reports", format), "utf8"));
    for (const [index, format] of FORMATS.entries()) expect(after[index], format).not.toBe(before[index]);
    rmSync(dist, { recursive: true });
    expect(call().status).toBe(2);
    expect(fedseal(dir, "check").stdout).not.toContain("options/invalid");
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
  ])("%j", (target, words) => {
    const { dir } = sealed();
    for (const call of ["check", "verify"]) {
      const ran = fedseal(dir, call, target);
      expect([call, ran.status]).toEqual([call, 2]);
      expect(ran.stdout).toContain("options/invalid");
      expect(ran.stdout).toContain(words);
      expect(ran.stdout).not.toContain("Leave the option out");
    }
    const configured = fedseal(sealed({ targets: [target] }).dir, "check");
    expect([configured.status, configured.stdout]).toEqual([2, expect.stringContaining("error[config/invalid]")]);
  });

  test.each(["https://user:s3cret@a.example/", "https://user:s3cret@a.example:99999/", "ftp://user:s3cret@a.example/"])(
    "%s in the configuration, and without its password",
    (target) => {
      const { status, stdout, stderr } = fedseal(sealed({ targets: [target] }).dir, "check");
      expect([status, stdout]).toEqual([2, expect.stringContaining("error[config/invalid]")]);
      expect(stdout + stderr).not.toContain("s3cret");
    },
  );
});

describe("a secret in a call is never said", () => {
  const URLS = [
    "https://u:s3cret@a.example/mf-manifest.json",
    "HTTP://s3cret@a.example",
    "https:/u:s3cret@a.example",
    "https:u:s3cret@a.example",
    "https:\\\\u:s3cret@a.example",
    "ht\ntps://u:s3cret@a.example",
    "https://u:s3\ncret s3cret@a.example",
    "https://u:s3cret@a.example:99999/",
    "ftp://u:s3cret@a.example/",
  ];
  const CSP = ["--policy", "script-src 'self'", "--directive", "script-src", "--page"];

  test.each<[string, (url: string) => string[]]>([
    ["check", (url) => ["check", url, "--format", "json"]],
    ["check --base", (url) => ["check", "--base", url]],
    ["check --output", (url) => ["check", "--output", `json=${url}`]],
    ["verify", (url) => ["verify", url, "--format", "sarif"]],
    ["report --out", (url) => ["report", "--out", url]],
    ["csp generate", (url) => ["csp", "generate", url, "--page", "https://app.example.com/"]],
    ["csp generate --page", (url) => ["csp", "generate", "--page", url]],
    ["csp generate --need", (url) => ["csp", "generate", "--need", `connect-src=${url}`]],
    ["csp test --url", (url) => ["csp", "test", ...CSP, "https://app.example.com/", "--url", url]],
    ["csp test --url=", (url) => ["csp", "test", ...CSP, "https://app.example.com/", `--url=${url}`]],
    ["csp test --page", (url) => ["csp", "test", ...CSP, url, "--url", "/a.js"]],
    ["headers --origin", (url) => ["headers", "dist", "--for", "nginx", "--origin", url]],
    ["contract pull", (url) => ["contract", "pull", url, "--out", "contracts"]],
    ["contract diff", (url) => ["contract", "diff", url, url]],
    ["a command that does not exist", (url) => [url]],
  ])("a password in a URL: %s", (command, call) => {
    const { dir } = sealed();
    // Each way to write it once: all commands go through one place.
    for (const url of command === "check" ? URLS : URLS.slice(0, 1)) {
      const { status, stdout, stderr } = fedseal(dir, ...call(url));
      expect([url, status]).toEqual([url, 2]);
      expect(stderr).toContain("user name or password");
      expect(stdout + stderr).not.toMatch(/s3\s?cret/);
    }
  });

  test.each([
    ["contract pull", "authorization: s3cret\nx", "It holds a line end"],
    ["contract pull", "s3cret", "Write it as name: value."],
    ["contract pull", "Bearer s3cret: ' is invalid. s3cret\n' x", "a character|It holds a line end"],
    ["cache test", "s3cret", "Write it as name: value."],
  ])("a header: %s --header %j", (command, header, words) => {
    const rest =
      command === "cache test" ? ["--role", "entry", "no-cache"] : ["http://127.0.0.1:1/m.json", "--out", "o"];
    const { status, stdout, stderr } = fedseal(sealed().dir, ...command.split(" "), ...rest, "--header", header);
    expect([status, stderr]).toEqual([2, expect.stringMatching(words)]);
    expect(stdout + stderr).not.toContain("s3cret");
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
