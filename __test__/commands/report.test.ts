import { appendFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fedseal, fedsealAsync, MANIFEST, output } from "./fedseal.ts";
import { serveFolder } from "./serve.ts";

function sealed(files: Record<string, string> = {}) {
  const made = output(files);
  expect(fedseal(made.dir, "seal", "dist").status).toBe(0);
  return made;
}

/** The data of a page: `[name, size, load, change, was, before]` of each file. */
function dataOf(page: string): {
  releases: { name: string; isCompared: boolean; files: (string | number)[][] }[];
  findings: Record<string, [string, string][]>;
} {
  const [, json = ""] = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(page) ?? [];
  return JSON.parse(json);
}

describe("fedseal report", () => {
  test("writes a page and says what it came to", () => {
    const { dir } = sealed();
    const ran = fedseal(dir, "report");
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.stdout).toContain("fedseal: wrote fedseal-report.html");
    const page = readFileSync(join(dir, "fedseal-report.html"), "utf8");
    expect(page).toContain("Everything holds");
    expect(dataOf(page).releases[0]?.files.map(([name, size, load]) => [name, size, load])).toEqual([
      ["remoteEntry.js", 5, "entry"],
      ["static/js/Button.js", 6, "sync"],
      ["static/js/lazy.js", 4, "async"],
    ]);
  });

  test("the same folder gives the same bytes, and no path of the machine", () => {
    const { dir } = sealed();
    const pages = [1, 2].map(() => fedseal(dir, "report", "--out", "-").stdout);
    expect(pages[0]).toBe(pages[1]);
    expect(pages[0]).not.toContain(dir);
    const check = fedseal(dir, "check", "--format", "html");
    expect(check.stdout).toBe(pages[0]);
  });

  test("findings are on the page with their fixes, and decide the exit code", () => {
    const { dir, dist } = sealed();
    appendFileSync(join(dist, "remoteEntry.js"), "!");
    const { status } = fedseal(dir, "report", "--out", "out/report.html");
    expect(status).toBe(1);
    const page = readFileSync(join(dir, "out/report.html"), "utf8");
    expect(page).toContain("<code>integrity/drift</code>");
    expect(page).toContain("<dt>Fix</dt>");
  });

  test("what was not checked is the headline, without a target, too", () => {
    const { dir } = output();
    const { status } = fedseal(dir, "report", "nowhere");
    expect(status).toBe(2);
    const page = readFileSync(join(dir, "fedseal-report.html"), "utf8");
    expect(page).toContain("Not everything could be checked");
    expect(page).toContain("there is no folder nowhere");
  });

  test("a page that cannot be written is not green", () => {
    const { dir } = sealed();
    writeFileSync(join(dir, "file"), "");
    const ran = fedseal(dir, "report", "--out", "file/report.html");
    expect(ran.status).toBe(2);
    expect(ran.stderr).toContain("error[file/unwritable]");
  });

  test("as a format among several, in a file", () => {
    const { dir } = sealed();
    const ran = fedseal(dir, "check", "--output", "html=all.html", "--output", "json=all.json");
    expect(ran.status).toBe(0);
    expect(dataOf(readFileSync(join(dir, "all.html"), "utf8")).releases).toHaveLength(1);
    expect(JSON.parse(readFileSync(join(dir, "all.json"), "utf8"))).not.toHaveProperty("facts");
  });

  test("a manifest without seals says so", () => {
    const { dir } = output();
    fedseal(dir, "report");
    const page = readFileSync(join(dir, "fedseal-report.html"), "utf8");
    expect(page).toContain("This manifest is not sealed");
  });

  test("with a base: what is new, gone, changed, and changed under another hash", () => {
    const before = {
      "static/js/view.0a1b2c3d.js": "old view",
      "static/js/gone.js": "gone",
      "static/js/same.js": "same",
    };
    const now = { "static/js/view.9f8e7d6c.js": "new view!", "static/js/new.js": "new", "static/js/same.js": "same" };
    const listing = (files: object) => {
      const [expose] = MANIFEST.exposes;
      const assets = { js: { sync: ["static/js/Button.js"], async: Object.keys(files) }, css: { sync: [], async: [] } };
      return { ...files, "mf-manifest.json": JSON.stringify({ ...MANIFEST, exposes: [{ ...expose, assets }] }) };
    };
    const old = sealed({ ...listing(before), "remoteEntry.js": "old entry" });
    const { dir } = sealed(listing(now));
    cpSync(old.dist, join(dir, "before"), { recursive: true });
    const page = fedseal(dir, "report", "--base", "before", "--out", "-").stdout;
    const [release] = dataOf(page).releases;
    expect(release?.isCompared).toBe(true);
    const changes = release?.files.map(([name, , , change, was, size]) => [name, change, was, size]);
    expect(changes).toEqual([
      ["remoteEntry.js", "changed", "", 9],
      ["static/js/Button.js", "same", "", 6],
      ["static/js/lazy.js", "same", "", 4],
      ["static/js/new.js", "added", "", -1],
      ["static/js/same.js", "same", "", 4],
      ["static/js/view.9f8e7d6c.js", "changed", "static/js/view.0a1b2c3d.js", 8],
      ["static/js/gone.js", "removed", "", 4],
    ]);
    expect(page).toContain("<b>shop</b> since before: 1 file added, 2 files changed, 1 file removed");
  });

  test("the manifest of another remote is no base", () => {
    const { dir } = sealed();
    const other = JSON.stringify({
      ...MANIFEST,
      id: "cart",
      name: "cart",
      metaData: { ...MANIFEST.metaData, name: "cart" },
    });
    const old = sealed({ "mf-manifest.json": other });
    cpSync(old.dist, join(dir, "before"), { recursive: true });
    const page = fedseal(dir, "report", "--base", "before", "--out", "-").stdout;
    expect(dataOf(page).releases[0]?.isCompared).toBe(false);
  });

  test("from a server: sizes and headers of what it serves", async () => {
    const { dir, dist } = sealed();
    const server = await serveFolder(dist);
    await fedsealAsync(dir, "report", `${server.url}/mf-manifest.json`);
    const page = readFileSync(join(dir, "fedseal-report.html"), "utf8");
    expect(dataOf(page).releases[0]?.files.map(([, size]) => size)).toEqual([5, 6, 4]);
    expect(page).toContain('<section id="headers"');
    expect(page).toContain("Entry URLs");
  });

  test("headers that a file sets, by role; the policy with what it blocks", () => {
    const { dir, dist } = sealed();
    writeFileSync(join(dist, "_headers"), "/remoteEntry.js\n  Cache-Control: no-cache\n  Set-Cookie: id=secret\n");
    writeFileSync(join(dir, "policy.txt"), "script-src 'self'; connect-src 'self' https://cdn.example.net");
    const csp = { policy: "policy.txt", page: "https://www.example.com/", origin: "https://cdn.example.net/" };
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ csp, cache: { platform: "netlify" } }));
    const page = fedseal(dir, "report", "--out", "-").stdout;
    expect(page).toMatch(/Entry URLs[\s\S]*<code>no-cache<\/code>/);
    expect(page).not.toContain("secret");
    expect(page).toMatch(
      /<code>script-src<\/code><\/td><td><code>https:\/\/cdn\.example\.net<\/code><\/td><td><span class="bad">blocked/,
    );
    expect(page).toContain('<code>https://cdn.example.net</code> <span class="good">needed by shop</span>');
  });

  test("a policy that is too large to be read: what it does is not known", () => {
    const { dir } = sealed();
    writeFileSync(join(dir, "policy.txt"), `script-src ${"https://a.example.com ".repeat(60_000)}`);
    const csp = { policy: "policy.txt", page: "https://www.example.com/", origin: "https://cdn.example.net/" };
    writeFileSync(join(dir, "fedseal.config.json"), JSON.stringify({ csp }));
    const { status, stdout } = fedseal(dir, "report", "--out", "-");
    expect(status).toBe(fedseal(dir, "check").status);
    expect(status).not.toBe(0);
    expect(stdout).toContain("csp/policy-too-large");
    expect(stdout).not.toContain("internal/panic");
    expect(stdout).toContain('<span class="warn">not known</span>');
    expect(stdout).not.toContain('<span class="good">allowed</span>');
  });

  test("shared packages of a host and its remote, with the copy that wins", () => {
    const fixture = join(import.meta.dirname, "../rules/shared/several-majors/bad");
    const { dir } = output();
    for (const name of ["shell", "shop"]) {
      mkdirSync(join(dir, name), { recursive: true });
      cpSync(join(fixture, name), join(dir, name), { recursive: true });
    }
    const page = fedseal(dir, "report", "shell", "shop", "--out", "-").stdout;
    expect(page).toContain("<h3>shell with shop</h3>");
    expect(page).toContain('class="copy wins"');
    // The remote is on the page of its host.
    expect(page).not.toContain("<h3>shop alone</h3>");
  });

  test("the contract, and what changed in it since the base", () => {
    const contractOf = (stub: string, surface: string) =>
      JSON.stringify({
        contractVersion: 1,
        remote: "shop",
        version: "1.0.0",
        profile: "standard",
        extractor: "fedseal 0.1.0",
        exposes: {
          "./Button": { source: "src/Button.ts", stub: "Button.d.ts", way: "fast", surface, hasDefault: false },
        },
        externals: {},
        files: { "Button.d.ts": stub },
      });
    const { dir, dist } = sealed();
    mkdirSync(join(dir, "before"));
    const old = "export declare const kept: string;\nexport declare const gone: Array<number>;\n";
    writeFileSync(join(dir, "before/mf-contract.json"), contractOf(old, "0".repeat(64)));
    writeFileSync(join(dist, "mf-contract.json"), contractOf("export declare const kept: string;\n", "1".repeat(64)));
    expect(fedseal(dir, "seal", "dist").status).toBe(0);
    const ran = fedseal(dir, "report", "dist", "--base", "before", "--out", "-");
    expect(ran.status).toBe(1);
    expect(ran.stdout).toContain("<h4>Since before</h4>");
    expect(ran.stdout).toContain("a <b>major</b> version");
    expect(ran.stdout).toContain("gone: Array&lt;number&gt;");
    expect(ran.stdout).toContain("export declare const kept: string;");
  });

  test("help names the options", () => {
    const { dir } = output();
    const { stdout } = fedseal(dir, "report", "--help");
    expect(stdout).toContain("--base <base>");
    expect(stdout).toContain("--out <file>");
    expect(existsSync(join(dir, "fedseal-report.html"))).toBe(false);
  });
});
