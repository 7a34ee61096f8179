import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { headersOf, readHeadersFile } from "../../npm/fedseal/dist/hosting/headers-file.js";
import { readRedirects, ruleForMissing } from "../../npm/fedseal/dist/hosting/redirects-file.js";
import { readVercel } from "../../npm/fedseal/dist/hosting/vercel.js";
import { fedseal } from "../commands/fedseal.ts";
import { folderTarget, gate, release } from "./release.ts";

/** Hosting platforms: what their files make of a path, and what the gate says of it. */

const YEAR = "public, max-age=31536000, immutable";
const CLEAN = { diagnostics: [], unchecked: [], rules: [] };

describe("_headers", () => {
  /** `name: value` for a path, sorted. */
  const at = (text: string, platform: "netlify" | "cloudflare", path: string) =>
    [...headersOf(readHeadersFile(text, platform), path)]
      .map(([name, values]) => `${name}: ${values.map(({ value }) => value).join(", ")}`)
      .sort();

  test("the place of a value", () => {
    const text = "/a\r\n  A:  b: c \r\n\tD: b: c\n";
    const [rule] = readHeadersFile(text, "netlify").rules;
    expect(rule?.headers.map(({ line, offset }) => [line, text.slice(offset, offset + 4)])).toEqual([
      [2, "b: c"],
      [3, "b: c"],
    ]);
  });

  test("the same on both platforms", () => {
    const text = `# comment\n/static/*\n  Cache-Control: ${YEAR}\n\n/mf-manifest.json\n\tcache-control: no-cache\n`;
    for (const platform of ["netlify", "cloudflare"] as const) {
      expect(at(text, platform, "/static/js/a.js")).toEqual([`cache-control: ${YEAR}`]);
      expect(at(text, platform, "/mf-manifest.json")).toEqual(["cache-control: no-cache"]);
      expect(at(text, platform, "/mf-manifestXjson")).toEqual([]);
      expect(at(text, platform, "/other")).toEqual([]);
    }
  });

  test("several rules of one header: the last one, or all", () => {
    const text = `/*\n  Cache-Control: no-cache\n/static/*\n  Cache-Control: ${YEAR}\n`;
    expect(at(text, "netlify", "/static/a.js")).toEqual([`cache-control: ${YEAR}`]);
    expect(at(text, "cloudflare", "/static/a.js")).toEqual([`cache-control: no-cache, ${YEAR}`]);
  });

  test("one header twice in a rule", () => {
    const text = "/*\n  Cache-Control: public\n  Cache-Control: max-age=60\n";
    for (const platform of ["netlify", "cloudflare"] as const) {
      expect(at(text, platform, "/a")).toEqual(["cache-control: public, max-age=60"]);
    }
  });

  test("patterns", () => {
    const matches = (pattern: string, platform: "netlify" | "cloudflare", path: string) =>
      at(`${pattern}\n  A: b\n`, platform, path).length === 1;
    for (const platform of ["netlify", "cloudflare"] as const) {
      expect(matches("/static/*.js", platform, "/static/a/b.js")).toBe(true);
      expect(matches("/static/*.js", platform, "/static/a.css")).toBe(false);
      expect(matches("/:file", platform, "/a")).toBe(true);
      expect(matches("/:file", platform, "/a/b")).toBe(false);
    }
    // A rule ends with or without a slash at Netlify, and `/a/*` is `/a`, too.
    expect(matches("/a/*", "netlify", "/a")).toBe(true);
    expect(matches("/a/*", "cloudflare", "/a")).toBe(false);
    expect(matches("/a", "netlify", "/a/")).toBe(true);
    expect(matches("https://shop.example/a", "cloudflare", "/a")).toBe(true);
  });

  test("a path without a pattern", () => {
    const matches = (pattern: string, platform: "netlify" | "cloudflare", path: string) =>
      at(`${pattern}\n  A: b\n`, platform, path).length === 1;
    for (const platform of ["netlify", "cloudflare"] as const) {
      expect(matches("/", platform, "/")).toBe(true);
      expect(matches("/a.b", platform, "/a.b")).toBe(true);
      expect(matches("/a.b", platform, "/a.bc")).toBe(false);
      expect(matches("/a.b", platform, "/axb")).toBe(false);
      expect(matches("/a", platform, "/x/a")).toBe(false);
    }
    expect(matches("/A/b/", "netlify", "/a/B")).toBe(true);
    expect(matches("/a", "netlify", "/a//")).toBe(false);
    expect(matches("/A", "cloudflare", "/a")).toBe(false);
    expect(matches("/a//b", "netlify", "/a/b")).toBe(true);
  });

  test("Cloudflare removes headers", () => {
    const text = `/*\n  Cache-Control: no-cache\n/static/*\n  ! Cache-Control\n  Cache-Control: ${YEAR}\n`;
    expect(at(text, "cloudflare", "/static/a.js")).toEqual([`cache-control: ${YEAR}`]);
  });

  test("ignored lines", () => {
    const lines = (text: string, platform: "netlify" | "cloudflare") =>
      readHeadersFile(text, platform).ignored.map(({ line, why }) => `${line}: ${why}`);
    expect(lines("Cache-Control: no-cache\n/a\n  no colon\n  A B: c\n  A:\n", "netlify")).toEqual([
      "1: a header stands below a path",
      "3: a header is written as `Name: value`",
      "4: the name of a header has no spaces",
      "5: the header has no value",
      "2: no header follows /a",
    ]);
    expect(lines("/*/*\n  A: b\nhttp://a.example/\n  A: b\nhttps://a.example:80/\n  A: b\n", "cloudflare")).toEqual([
      "1: a pattern may have one `*`",
      "3: a URL starts with `https://` and has no port",
      "5: a URL starts with `https://` and has no port",
    ]);
    expect(lines(`/a\n  A: ${"b".repeat(2000)}\n`, "cloudflare")[0]).toBe("2: it is longer than 2000 characters");
    const many = Array.from({ length: 101 }, (_, index) => `/${index}\n  A: b\n`).join("");
    expect(lines(many, "cloudflare")).toEqual(["201: it is beyond the 100 rules that are read"]);
    expect(lines(many, "netlify")).toEqual([]);
  });
});

test("_redirects: the first rule that matches", () => {
  const at = (text: string, path: string) => {
    const rule = ruleForMissing(readRedirects(text, "netlify"), path, "netlify");
    return rule && `${rule.to} ${rule.status}`;
  };
  expect(at("/* /index.html 200", "/static/a.js")).toBe("/index.html 200");
  expect(at("# a\n/static/*  /404.html  404\n/* /index.html 200!", "/static/a.js")).toBe("/404.html 404");
  expect(at("/shop a=:b /x 302\n/old /new", "/a")).toBeUndefined();
  expect(at("/old /new", "/old")).toBe("/new 301");
});

test("vercel.json: all rules, the last value", () => {
  const file = readVercel(
    JSON.stringify({
      headers: [
        { source: "/(.*)", headers: [{ key: "Cache-Control", value: "no-cache" }] },
        { source: "/static/:path*", headers: [{ key: "Cache-Control", value: YEAR }] },
      ],
    }),
  );
  const at = (path: string) => file.headers.filter((one) => one.matches.test(path)).map((one) => one.values[0]?.value);
  expect(at("/static/a/b.js")).toEqual(["no-cache", YEAR]);
  expect(at("/a.js")).toEqual(["no-cache"]);
});

describe("the gate", () => {
  const SAFE = ["/mf-manifest.json", "/remoteEntry.js", "/"]
    .map((path) => `${path}\n  Cache-Control: no-cache\n`)
    .join("");
  const check = async (files: Record<string, string>, settings = {}) => {
    const made = await release();
    for (const [name, text] of Object.entries(files)) writeFileSync(join(made.dir, name), text);
    return gate(made.dir, [folderTarget(made.dist)], settings);
  };

  test.each(["netlify", "cloudflare"] as const)("clean on %s", async (platform) => {
    const headers = `${SAFE}/static/*\n  Cache-Control: ${YEAR}\n`;
    expect(await check({ "dist/_headers": headers, "dist/404.html": "" }, { platform })).toEqual(CLEAN);
  });

  test("the defaults of the platform are too short for hashed files", async () => {
    const { diagnostics } = await check({ "dist/_headers": SAFE }, { platform: "netlify" });
    expect(diagnostics).toMatchSnapshot();
  });

  test("what was generated for Netlify is read by Netlify", async () => {
    const headers = `# Made by \`fedseal headers --for netlify\`; make it again after each build.\n${SAFE}`;
    const rest = `/static/*\n  Cache-Control: ${YEAR}\n`;
    expect(await check({ "dist/_headers": headers + rest })).toEqual(CLEAN);
    // Cloudflare Pages answers for missing files with the page, and nothing says that it does not read this.
    expect((await check({ "dist/_headers": SAFE + rest })).rules).toEqual(["serve/fallback-for-missing-file"]);
  });

  // Platforms send no such header by themselves.
  test.each(["netlify", "cloudflare", "vercel"] as const)(
    "a manifest that depends on who asks, on %s",
    async (platform) => {
      const rules = async (vary: string | undefined) => {
        const lines = ["Cache-Control: private, no-cache", ...(vary === undefined ? [] : [`Vary: ${vary}`])];
        const headers = lines.map((line) => ({ key: line.split(": ")[0], value: line.split(": ")[1] }));
        const text = `${SAFE.replace(/\/mf-manifest.json\n.*\n/, "")}/mf-manifest.json\n  ${lines.join("\n  ")}\n/static/*\n  Cache-Control: ${YEAR}\n`;
        const year = { source: "/static/(.*)", headers: [{ key: "Cache-Control", value: YEAR }] };
        const files: Record<string, string> =
          platform === "vercel"
            ? { "vercel.json": JSON.stringify({ headers: [year, { source: "/mf-manifest.json", headers }] }) }
            : { "dist/_headers": text, "dist/404.html": "" };
        const more = platform === "vercel" ? {} : { platform };
        return (await check(files, { ...more, tenantManifest: true })).rules;
      };
      expect(await rules(undefined)).toEqual(["cache/tenant-manifest-without-vary"]);
      expect(await rules("Accept-Encoding")).toEqual(["cache/tenant-manifest-without-vary"]);
      expect(await rules("Authorization")).toEqual([]);
      expect(await rules("Cookie")).toEqual([]);
    },
  );

  test("headers for the caches of a platform count", async () => {
    for (const name of ["CDN-Cache-Control", "Netlify-CDN-Cache-Control", "Vercel-CDN-Cache-Control"]) {
      const headers = `${SAFE}  ${name}: max-age=31536000\n/static/*\n  Cache-Control: ${YEAR}\n`;
      const { rules } = await check({ "dist/_headers": headers, "dist/404.html": "" }, { platform: "netlify" });
      expect(rules, name).toEqual(["cache/entry-shared-without-purge"]);
    }
    const headers = `${SAFE}  Surrogate-Control: max-age=31536000\n/static/*\n  Cache-Control: ${YEAR}\n`;
    const { rules } = await check({ "dist/_headers": headers, "dist/404.html": "" }, { platform: "netlify" });
    expect(rules).toEqual(["cache/unread-field!"]);
  });

  test("a finding stands in the file that the output is a copy of", async () => {
    const text = `/*\n  X-A: b\n  Cache-Control: ${YEAR}\n`;
    const { diagnostics } = await check({ "dist/_headers": text, _headers: text }, { platform: "netlify" });
    expect(diagnostics.map((one) => one.location)).toEqual([{ file: "_headers", line: 3 }]);
    const other = await check({ "dist/_headers": text, _headers: `# ${text}` }, { platform: "netlify" });
    expect(other.diagnostics.map((one) => one.location)).toEqual([{ file: "dist/_headers", line: 3 }]);
  });

  test("a finding stands at its line", async () => {
    const { diagnostics } = await check(
      { "dist/_headers": `/*\n  X-A: b\n  Cache-Control: ${YEAR}\n` },
      { platform: "netlify" },
    );
    expect(diagnostics.map((one) => [one.rule, one.location])).toEqual([
      ["cache/entry-immutable", { file: "dist/_headers", line: 3 }],
    ]);
  });

  test("where the platform is not known, both are looked at", async () => {
    const headers = `/*\n  Cache-Control: no-cache\n/static/*\n  Cache-Control: ${YEAR}\n`;
    const files = { "dist/_headers": headers, "dist/404.html": "" };
    expect((await check(files)).rules).toContain("cache/contradictory-directives");
    expect(await check({ ...files, "netlify.toml": "" })).toEqual(CLEAN);
    expect((await check({ ...files, "wrangler.toml": "" })).rules).toContain("cache/contradictory-directives");
  });

  test("fallbacks for missing chunks", async () => {
    const headers = `${SAFE}/static/*\n  Cache-Control: ${YEAR}\n`;
    const found = await check(
      { "dist/_headers": headers, "dist/_redirects": "/old /new\n/* /index.html 200\n" },
      { platform: "netlify" },
    );
    expect(found.diagnostics.map((one) => [one.rule, one.location])).toEqual([
      ["serve/fallback-for-missing-file", { file: "dist/_redirects", line: 2 }],
    ]);
    const limited = {
      "dist/_headers": headers,
      "dist/_redirects": "/*.js /404.html 404\n/*.css /404.html 404\n/* /index.html 200\n",
    };
    expect(await check(limited, { platform: "netlify" })).toEqual(CLEAN);
    expect((await check({ "dist/_headers": headers }, { platform: "cloudflare" })).rules).toEqual([
      "serve/fallback-for-missing-file",
    ]);
  });

  test("vercel.json", async () => {
    const rules = [
      { source: "/static/(.*)", headers: [{ key: "Cache-Control", value: YEAR }] },
      { source: "/remoteEntry.js", headers: [{ key: "Cache-Control", value: "max-age=3600" }] },
    ];
    const { diagnostics } = await check({ "vercel.json": JSON.stringify({ headers: rules }, null, 2) });
    expect(diagnostics.map((one) => [one.rule, one.location])).toEqual([
      ["cache/entry-too-fresh", { file: "vercel.json", line: 17 }],
    ]);
    const spa = { headers: rules.slice(0, 1), rewrites: [{ source: "/(.*)", destination: "/index.html" }] };
    expect((await check({ "vercel.json": JSON.stringify(spa) })).rules).toEqual(["serve/fallback-for-missing-file"]);
    const except = { ...spa, rewrites: [{ source: "/((?!.*\\.(?:js|css)$).*)", destination: "/index.html" }] };
    expect(await check({ "vercel.json": JSON.stringify(except) })).toEqual(CLEAN);
  });

  test("a file that cannot be read is named", async () => {
    const large = "# x\n".repeat(300_000);
    const files = { "dist/_headers": SAFE, "dist/_redirects": large };
    const { unchecked } = await check(files, { platform: "netlify" });
    expect([...new Set(unchecked)]).toEqual(["dist/_redirects: it is larger than 1 MiB"]);
    const made = await release();
    mkdirSync(join(made.dist, "_headers"));
    const folder = await gate(made.dir, [folderTarget(made.dist)]);
    expect([...new Set(folder.unchecked)]).toEqual(["dist/_headers: it cannot be read (EISDIR)"]);
  });

  test.each<[string, string, RegExp]>([
    ["not JSON", "{", /it is not JSON/],
    ["a list", "[]", /it is not an object/],
    ["headers of another shape", '{"headers":{}}', /`headers` must be a list of objects/],
    [
      "a source that is no pattern",
      '{"headers":[{"source":"/(","headers":[]}]}',
      /`headers\[0\]\.source` is not a pattern/,
    ],
    [
      "a header without a value",
      '{"headers":[{"source":"/","headers":[{"key":"a"}]}]}',
      /needs the texts `key` and `value`/,
    ],
    ["routes", '{"routes":[]}', /`routes` cannot be judged/],
    ["conditions", '{"headers":[{"source":"/","headers":[],"has":[]}]}', /depends on the request/],
  ])("vercel.json, %s: not checked", async (_, text, reason) => {
    const { unchecked } = await check({ "vercel.json": text });
    expect(unchecked.join("\n")).toMatch(reason);
  });
});

describe("what `fedseal headers` writes", () => {
  test("is clean on Netlify and on Vercel", async () => {
    const made = await release({ files: { "static/js/ünï (a) b+c.js": "1" } });
    const generate = (server: string) => fedseal(made.dir, "headers", "--for", server, "dist").stdout;
    writeFileSync(join(made.dist, "_headers"), generate("netlify"));
    expect(await gate(made.dir, [folderTarget(made.dist)], { platform: "netlify" })).toEqual(CLEAN);
    writeFileSync(join(made.dist, "_headers"), "");
    writeFileSync(join(made.dir, "vercel.json"), generate("vercel"));
    const vercel = await gate(made.dir, [folderTarget(made.dist)], { platform: "netlify" });
    expect(vercel.diagnostics.filter((one) => one.location?.file === "vercel.json")).toEqual([]);
  });

  test.each([
    ["netlify", "dist/_headers", []],
    ["vercel", "vercel.json", []],
    ["netlify", "dist/_headers", ["--origin", "https://a.example"]],
    ["vercel", "vercel.json", ["--origin", "https://a.example"]],
  ])("a manifest that depends on who asks is clean on %s (%s %j)", async (server, file, origin) => {
    const made = await release();
    const ran = fedseal(made.dir, "headers", "--for", server, "--tenant-manifest", ...origin, "dist");
    writeFileSync(join(made.dir, file), ran.stdout);
    writeFileSync(join(made.dir, "dist/404.html"), "");
    expect(await gate(made.dir, [folderTarget(made.dist)], { tenantManifest: true })).toEqual(CLEAN);
  });

  // Netlify and Vercel send the headers of a path with a 404 as well, and a browser keeps what it may keep for a year.
  test("nothing for a file that is not there, however many files its folder has", async () => {
    const many = Array.from({ length: 400 }, (_, index) => {
      const content = `chunk ${index}`;
      const hash = createHash("sha256").update(content).digest("hex").slice(0, 8);
      return [`chunks/${index}.${hash}.js`, content] as const;
    });
    const made = await release({ files: Object.fromEntries(many) });
    const generate = (server: string) => fedseal(made.dir, "headers", "--for", server, "dist").stdout;
    const missing = "/chunks/400.00000000.js";
    const netlify = readHeadersFile(generate("netlify"), "netlify");
    expect(headersOf(netlify, missing)).toEqual(new Map());
    for (const [file] of many) expect(headersOf(netlify, `/${file}`).get("cache-control")?.[0]?.value).toBe(YEAR);
    const vercel = readVercel(generate("vercel"));
    expect(vercel.headers.filter(({ matches }) => matches.test(missing))).toEqual([]);
    expect(vercel.headers.filter(({ matches }) => matches.test(`/${many[7]?.[0]}`))).toHaveLength(1);
  });
});
