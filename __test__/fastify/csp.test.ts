import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { testCsp } from "@fedseal/binding";
import {
  type CspOptions,
  cachePolicy,
  csp,
  fileStore,
  problems,
  type RolloutState,
  releases,
  session,
} from "@fedseal/fastify";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { refusalOf } from "../../npm/fastify/dist/csp/judge.js";
import { directivesFor, textOf } from "../../npm/fastify/dist/csp/policy.js";
import { fedseal, MANIFEST } from "../commands/fedseal.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

/** The policy of a page, by organization: what is in it, what never is, and who says so beside this plugin. */

const require = createRequire(import.meta.url);
const { CspEvaluator } = require("csp_evaluator/dist/evaluator.js");
const { CspParser } = require("csp_evaluator/dist/parser.js");
const { Severity } = require("csp_evaluator/dist/finding.js");

const ORIGIN = "https://app.example.com";
const MAPS = "https://maps.example.net/maps/3/mf-manifest.json";
const shop = (release: string) => `https://cdn.example.com/shop/${release}/mf-manifest.json`;
const STATE: RolloutState = {
  seq: 4,
  remotes: {
    shop: {
      stable: { release: "1", manifest: shop("1") },
      canary: { release: "2", manifest: shop("2"), percent: 0, allow: ["org_2"] },
    },
    maps: { stable: { release: "3", manifest: MAPS } },
  },
};

let issuer: Issuer;
const servers: FastifyInstance[] = [];
const lines: string[] = [];
beforeAll(async () => {
  issuer = await startIssuer();
});
afterAll(async () => {
  for (const server of servers) await server.close();
});

/** A server with a state in memory, as a store of somebody's own has it: nobody has looked at it before. */
async function start(options: Partial<CspOptions> = {}, initial: unknown = STATE) {
  let state = initial as RolloutState;
  const server = Fastify({ logger: { level: "warn", stream: { write: (line: string) => void lines.push(line) } } });
  servers.push(server);
  await server.register(problems);
  await server.register(cachePolicy, { mode: "refuse" });
  await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
  const store = { read: async () => state, change: () => Promise.reject(new Error("nobody changes it")) };
  await server.register(releases, { store });
  await server.register(csp, { origin: ORIGIN, ...options });
  const cache = "no-store" as const;
  server.get("/", { config: { cache } }, (_request, reply) => reply.sendPage("<!doctype html><title>shell</title>"));
  server.get("/inline", { config: { cache } }, (_request, reply) =>
    reply.sendPage(({ nonce, releases: set }) => `<script nonce="${nonce}">${JSON.stringify(set)}</script>`),
  );
  server.get("/sign-in", { config: { cache, session: "none" } }, (_request, reply) =>
    reply.sendPage("<!doctype html><title>sign in</title>", {
      hashes: ["sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE="],
    }),
  );
  server.get<{ Querystring: Record<string, string> }>("/headers", { config: { cache } }, (request) =>
    request.pagePolicy(request.query),
  );
  const ask = async (orgId: string, url = "/") => {
    const headers = { authorization: `Bearer ${await issuer.token({ org_id: orgId })}`, "x-org-id": "org_2" };
    return server.inject({ url, headers });
  };
  return {
    server,
    ask,
    change: (next: unknown) => {
      state = next as RolloutState;
    },
  };
}

const policyOf = (response: { headers: Record<string, unknown> }) =>
  String(response.headers["content-security-policy"]);

const FULL: Partial<CspOptions> = {
  apis: ["https://catalog.example.com"],
  needs: { "img-src": ["data:", "https://images.example.com/logos/"] },
  remotes: {
    maps: {
      apis: ["wss://live.maps.example.net/v1/"],
      needs: { "worker-src": [] },
      folders: ["https://tiles.example.net/3/"],
      trustedTypes: ["maps"],
    },
  },
  trustedTypes: ["shell"],
  reports: "/api/platform/reports",
};

describe("a page", () => {
  test("gets what its release set needs, and is kept by nobody", async () => {
    const { ask } = await start(FULL);
    const response = await ask("org_1");
    expect(response.statusCode).toBe(200);
    expect(response.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "private, no-store",
      "integrity-policy": "blocked-destinations=(script), endpoints=(csp)",
      "reporting-endpoints": 'csp="https://app.example.com/api/platform/reports"',
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    const files = "https://cdn.example.com/shop/1/ https://maps.example.net/maps/3/ https://tiles.example.net/3/";
    expect(policyOf(response).split("; ")).toEqual([
      "default-src 'none'",
      `script-src 'self' ${files}`,
      `style-src 'self' ${files}`,
      "connect-src 'self' https://catalog.example.com https://cdn.example.com/shop/1/ https://maps.example.net/maps/3/ https://tiles.example.net/3/ wss://live.maps.example.net/v1/",
      "img-src 'self' data: https://cdn.example.com/shop/1/ https://images.example.com/logos/ https://maps.example.net/maps/3/ https://tiles.example.net/3/",
      `font-src 'self' ${files}`,
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types fedseal maps shell",
      "report-to csp",
    ]);
  });

  test("lets in this release, and neither the one before nor another folder of the same server", async () => {
    const { ask } = await start();
    const text = policyOf(await ask("org_2"));
    const allows = (url: string, redirected = false) =>
      testCsp([{ text }], `${ORIGIN}/`, [{ directive: "script-src", url, redirected }]).answers[0]?.allowed;
    expect(allows("https://cdn.example.com/shop/2/remoteEntry.js")).toBe(true);
    expect(allows("https://cdn.example.com/shop/1/remoteEntry.js")).toBe(false);
    expect(allows("https://cdn.example.com/other/remoteEntry.js")).toBe(false);
    expect(allows("https://cdn.example.com/shop/2/../1/remoteEntry.js")).toBe(false);
    // Paths do not count after a redirect (CSP3, section 7.6), which is what Integrity-Policy is beside it for.
    expect(allows("https://cdn.example.com/other/remoteEntry.js", true)).toBe(true);
    const wide = policyOf(await (await start({ allow: "origins" })).ask("org_2"));
    expect(wide).toContain("script-src 'self' https://cdn.example.com https://maps.example.net;");
  });

  test("without a session has no remote in its policy", async () => {
    const { server } = await start({ apis: FULL.apis ?? [], remotes: FULL.remotes ?? {} });
    const response = await server.inject("/sign-in");
    expect(policyOf(response)).toContain(
      "script-src 'self' 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='; style-src 'self'; connect-src 'self' https://catalog.example.com; ",
    );
    expect(policyOf(response)).not.toMatch(/cdn\.|maps|tiles/);
    expect(policyOf(response)).not.toContain("trusted-types");
    expect((await server.inject("/")).headers["content-security-policy"]).toBeUndefined();
  });

  test("of a path without a route has no remote in its policy, whoever asks", async () => {
    const server = Fastify();
    servers.push(server);
    await server.register(session, { issuer: issuer.url, audience: issuer.audience, keys: issuer.keys });
    const store = { read: async () => STATE, change: () => Promise.reject(new Error("nobody changes it")) };
    await server.register(releases, { store });
    await server.register(csp, { origin: ORIGIN });
    server.setNotFoundHandler((_request, reply) => reply.code(404).sendPage("<!doctype html><title>not found</title>"));
    const response = await server.inject({
      url: "/nowhere",
      headers: { authorization: `Bearer ${await issuer.token()}` },
    });
    expect(response.statusCode).toBe(404);
    expect(policyOf(response)).toContain("script-src 'self'; style-src 'self';");
  });

  test("with inline scripts gets a nonce of its own, and the set that the policy is for", async () => {
    const { ask } = await start();
    const seen = new Set<string>();
    for (let round = 0; round < 50; round++) {
      const response = await ask("org_2", "/inline");
      const [, nonce, json] = /^<script nonce="([^"]+)">(.*)<\/script>$/.exec(response.body) ?? [];
      expect(policyOf(response)).toContain(`script-src 'self' https://cdn.example.com/shop/2/ ${MAPS.slice(0, 32)}`);
      expect(policyOf(response).split(`'nonce-${nonce}'`)).toHaveLength(3);
      expect(JSON.parse(json ?? "").remotes.shop.release).toBe("2");
      seen.add(String(nonce));
    }
    expect(seen.size).toBe(50);
  });

  test.each(["short", "a'; script-src *", "AAAAAAAAAAAAAAAAAAAAAA\r\nx: y", `${"A".repeat(22)} *`])(
    "a nonce %j is an error",
    async (nonce) => {
      const { ask } = await start();
      const response = await ask("org_1", `/headers?nonce=${encodeURIComponent(nonce)}`);
      expect(response.json()).toMatchObject({ status: 500, code: "ERR_FEDSEAL_INTERNAL" });
    },
  );

  test("of two organizations by turns, 200 times, is each one's own, also while the state changes", async () => {
    const { ask, change } = await start();
    const answers = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const orgId = index % 2 === 0 ? "org_1" : "org_2";
        return { orgId, text: policyOf(await ask(orgId, index % 3 === 0 ? "/inline" : "/")) };
      }),
    );
    for (const { orgId, text } of answers) {
      const [own, other] = orgId === "org_1" ? ["1", "2"] : ["2", "1"];
      expect(text.split(`/shop/${own}/`)).toHaveLength(6);
      expect(text).not.toContain(`/shop/${other}/`);
    }
    change({ seq: 5, remotes: { shop: { stable: { release: "9", manifest: shop("9") } } } });
    expect(policyOf(await ask("org_1"))).toContain("script-src 'self' https://cdn.example.com/shop/9/;");
    expect(policyOf(await ask("org_1"))).not.toContain("maps");
  });
});

describe("what would be another policy", () => {
  const BAD = [
    "https://cdn.example.com/a;script-src%20*/mf-manifest.json",
    "https://cdn.example.com/a; script-src */mf-manifest.json",
    "https://cdn.example.com/a,default-src/mf-manifest.json",
    "https://cdn.example.com/a\r\nset-cookie: x=y/mf-manifest.json",
    "https://cdn.example.com/\ta/mf-manifest.json",
    "https://cdn.example.com\\@evil.example/mf-manifest.json",
    "https://cdn.exämple.com/mf-manifest.json",
    "https://cdn.example.com/ä/mf-manifest.json",
    "https://user:secret@cdn.example.com/mf-manifest.json",
    "https://@cdn.example.com/mf-manifest.json",
    "https://*.example.com/mf-manifest.json",
    "https://*/mf-manifest.json",
    "https://a'b.example.com/mf-manifest.json",
    "https://cdn.example.com/'unsafe-inline'/mf-manifest.json",
    "http://cdn.example.com/mf-manifest.json",
    "http://127.0.0.1.example.com/mf-manifest.json",
    "data:application/json,{}",
    "javascript:alert(1)",
    "blob:https://cdn.example.com/1",
    "https:",
    "https:cdn.example.com/mf-manifest.json",
    "https:/cdn.example.com/mf-manifest.json",
    "https:///cdn.example.com/mf-manifest.json",
    "//cdn.example.com/mf-manifest.json",
    "'self'",
    "",
  ];
  const stateOf = (manifest: string) => ({ seq: 1, remotes: { shop: { stable: { release: "1", manifest } } } });

  test.each(BAD)("%j is read from no file, starts no server, and is sent to nobody", async (manifest) => {
    const path = join(mkdtempSync(join(tmpdir(), "fedseal-csp-")), "rollouts.json");
    writeFileSync(path, JSON.stringify(stateOf(manifest)));
    await expect(fileStore(path).read()).rejects.toThrow("`remotes.shop`: `stable`: `manifest` ");
    await expect(start({}, stateOf(manifest))).rejects.toThrow("csp/url-unknown: the manifest of");
    const { ask, change } = await start();
    lines.length = 0;
    change(stateOf(manifest));
    const response = await ask("org_1");
    expect(response.json()).toMatchObject({
      status: 500,
      code: "ERR_FEDSEAL_CSP_POLICY",
      detail: "The page was not sent: csp/url-unknown.",
    });
    expect(response.headers["content-security-policy"]).toBeUndefined();
    expect(lines.join("")).toContain("csp/url-unknown: the manifest of");
  });

  // A URL that can be used, and that CSP has no words for.
  test("an address of IPv6 is refused by the gate's own rule", async () => {
    const { ask, change } = await start();
    change(stateOf("http://[::1]:3000/shop/mf-manifest.json"));
    expect((await ask("org_1")).json().detail).toBe("The page was not sent: csp/invalid-source.");
  });

  test.each([
    ["https://CDN.example.com:443/shop/1/mf-manifest.json?v=1", "https://cdn.example.com/shop/1/"],
    ["https://cdn.example.com/x/../shop/%2e%2e/1/mf-manifest.json", "https://cdn.example.com/1/"],
    ["https://cdn.example.com/a%3Bb/mf-manifest.json", "https://cdn.example.com/a%3Bb/"],
    ["https://cdn.example.com/mf-manifest.json", "https://cdn.example.com"],
    ["http://localhost:3000/shop/mf-manifest.json", "http://localhost:3000/shop/"],
    [`${ORIGIN}/shop/mf-manifest.json`, undefined],
  ])("%s is written as %s", async (manifest, source) => {
    const { ask } = await start({}, stateOf(manifest));
    const list = ["script-src 'self'", source].filter(Boolean).join(" ");
    expect(policyOf(await ask("org_1"))).toContain(`; ${list}; style-src`);
  });

  const rules = { origin: ORIGIN, allow: "folders", remotes: {}, integrityPolicy: true } as const;
  const manifests = { shop: shop("1") };
  const meant = directivesFor(manifests, rules);
  test.each<[string, (text: string) => string]>([
    ["csp/dangerous-source", (text) => text.replace("script-src", "script-src 'unsafe-inline'")],
    ["csp/dangerous-source", (text) => text.replace("script-src", "script-src https:")],
    ["csp/policy-unreadable", (text) => text.replace("script-src", "script-src https://evil.example")],
    ["csp/policy-unreadable", (text) => `${text}, default-src 'self'`],
    ["csp/duplicate-directive", (text) => `${text}; script-src 'self'`],
    ["csp/non-ascii", (text) => text.replace("'self'", "'self' https://ä.example")],
  ])("%s: a text that is not what was meant", (rule, change) => {
    expect(refusalOf(textOf(meant), meant, manifests, ORIGIN)).toBeUndefined();
    expect(refusalOf(change(textOf(meant)), meant, manifests, ORIGIN)?.rule).toBe(rule);
  });

  test("a policy of other manifests, and one that is meant to be open, are refused as well", () => {
    const other = { shop: shop("2") };
    expect(refusalOf(textOf(meant), meant, other, ORIGIN)).toEqual({
      rule: "csp/source-missing",
      message: `\`connect-src\` blocks ${shop("2")}, and "shop" needs it`,
    });
    const open = new Map([...meant, ["img-src", ["https:"]]] as [string, string[]][]);
    expect(refusalOf(textOf(open), open, manifests, ORIGIN)?.rule).toBe("csp/dangerous-source");
  });
});

describe("other judges", () => {
  test("csp_evaluator finds nothing that is wrong", async () => {
    for (const options of [{}, FULL, { allow: "origins" } as const]) {
      const { ask } = await start(options);
      for (const url of ["/", "/inline"]) {
        const found = new CspEvaluator(new CspParser(policyOf(await ask("org_2", url))).csp).evaluate();
        const bad = found.filter(({ severity }: { severity: number }) =>
          [Severity.HIGH, Severity.MEDIUM, Severity.SYNTAX].includes(severity),
        );
        expect(bad).toEqual([]);
      }
    }
  });

  test("`fedseal check` finds nothing missing for the sealed remote, and what is missing for another release", async () => {
    const { ask } = await start();
    const check = async (orgId: string) => {
      const dir = mkdtempSync(join(tmpdir(), "fedseal-csp-"));
      mkdirSync(join(dir, "dist/static/js"), { recursive: true });
      const publicPath = shop("2").replace("mf-manifest.json", "");
      const manifest = { ...MANIFEST, metaData: { ...MANIFEST.metaData, publicPath } };
      writeFileSync(join(dir, "dist/mf-manifest.json"), JSON.stringify(manifest));
      for (const name of ["remoteEntry.js", "static/js/Button.js", "static/js/lazy.js"]) {
        writeFileSync(join(dir, "dist", name), "code");
      }
      const headers = Object.entries((await ask(orgId)).headers).map(([name, value]) => `${name}: ${value}`);
      writeFileSync(join(dir, "policy.txt"), headers.join("\n"));
      writeFileSync(
        join(dir, "fedseal.config.json"),
        JSON.stringify({ targets: ["dist"], csp: { page: `${ORIGIN}/`, policy: "policy.txt" } }),
      );
      fedseal(dir, "seal", "dist");
      const { stdout } = fedseal(dir, "check", "--format", "json");
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; severity: string }[] };
      return findings.filter(({ rule }) => rule.startsWith("csp/")).map(({ rule }) => rule);
    };
    // The page has another remote, too, and its own sources are nobody's need here.
    expect((await check("org_2")).filter((rule) => rule !== "csp/unused-source")).toEqual([]);
    expect(await check("org_1")).toContain("csp/source-missing");
  });
});

describe("options", () => {
  test.each<[Record<string, unknown>, string]>([
    [{ origin: undefined }, "`origin` is not a URL"],
    [{ origin: "https://app.example.com/" }, "`origin` is not an origin: write https://app.example.com"],
    [{ origin: "http://app.example.com" }, "`origin` is not an https URL"],
    [{ allow: "all" }, "`allow` is"],
    [{ reports: "//evil.example/r" }, "`reports` is not a path"],
    [{ reports: '/r", x="' }, "`reports` is not a path"],
    [{ integrityPolicy: "yes" }, "`integrityPolicy` is not"],
    [{ apis: ["https://*.example.com"] }, '"https://*.example.com" in `apis`, which has a host that is no name'],
    [{ apis: ["catalog.example.com"] }, "in `apis`, which is not a URL"],
    [{ apis: "https://a.example" }, "has a value that is no list of texts"],
    [{ folders: ["https://a.example/x"] }, "in `folders`, which has no `/` at its end"],
    [{ needs: { "script-src": ["https://a.example"] } }, '"script-src" in `needs`'],
    [{ needs: { "style-src": ["data:"] } }, '"data:" for `style-src`, which is not an https URL'],
    [{ needs: { "img-src": ["'unsafe-inline'"] } }, "for `img-src`, which is not a URL"],
    [{ trustedTypes: ["*"] }, '"*" in `trustedTypes`'],
    [{ remotes: { shop: { apis: ["http://a.example"] } } }, '`remotes.shop` has "http://a.example" in `apis`'],
  ])("%j: the server does not start", async (options, words) => {
    await expect(start(options)).rejects.toThrow(words);
  });

  test("a remote of the options that is not released is named in the log", async () => {
    lines.length = 0;
    await start({ remotes: { ship: {} } });
    expect(lines.join("")).toContain('"remote":"ship"');
  });
});
