import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type CspOptions, csp, problems, type RolloutState, releases, session } from "@fedseal/fastify";
import { rspack } from "@rspack/core";
import Fastify, { type FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote } from "../tamper/apps.ts";
import { launch } from "../tamper/browser.ts";
import { visit } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

/** `reply.sendPage` in Chromium: a real host loads the remote of its release set under the policy, and no other organization's does. */

const remotes = await new FileServer().start();
const servers: FastifyInstance[] = [];
let issuer: Issuer;
let browser: Browser;
beforeAll(async () => {
  issuer = await startIssuer();
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  for (const server of servers) await server.close();
  await remotes.stop();
});

/** The server of a built host. Who calls stands in a cookie, as it does behind a sign-in. */
async function start(host: string, manifest: string, options: Partial<CspOptions>): Promise<string> {
  // The origin is a part of the policy, and the port is known only when somebody listens.
  const probe = Fastify();
  const origin = await probe.listen({ port: 0, host: "127.0.0.1" });
  await probe.close();
  const server = Fastify();
  servers.push(server);
  await server.register(problems);
  await server.register(session, {
    issuer: issuer.url,
    audience: issuer.audience,
    keys: issuer.keys,
    token: ({ headers }) => /token=([^;]+)/.exec(headers.cookie ?? "")?.[1],
  });
  const old = new URL("../old/mf-manifest.json", manifest).href;
  const state: RolloutState = {
    seq: 1,
    remotes: {
      shop: {
        stable: { release: "1", manifest: old },
        canary: { release: "2", manifest, percent: 0, allow: ["org_2"] },
      },
    },
  };
  const store = { read: async () => state, change: () => Promise.reject(new Error("nobody changes it")) };
  await server.register(releases, { store });
  await server.register(csp, { origin, ...options });
  const html = readFileSync(join(host, "index.html"), "utf8");
  server.get("/", (_request, reply) => reply.sendPage(({ nonce }) => html.replace("NONCE", nonce)));
  server.get<{ Querystring: { token: string } }>("/enter", { config: { session: "none" } }, ({ query }, reply) =>
    reply.header("set-cookie", `token=${query.token}; HttpOnly; Path=/`).redirect("/"),
  );
  server.get("/favicon.ico", { config: { session: "none" } }, (_request, reply) => reply.code(204).send());
  server.get<{ Params: { "*": string } }>("/*", { config: { session: "none" } }, ({ params }, reply) =>
    reply
      .type(params["*"].endsWith(".js") ? "text/javascript" : "text/css")
      .send(readFileSync(join(host, params["*"]))),
  );
  await server.listen({ port: Number(new URL(origin).port), host: "127.0.0.1" });
  return origin;
}

describe.each(["script", "module"] as const)("%s", (kind) => {
  const host = folder();
  const manifest = () => `${remotes.origin}/${kind}/mf-manifest.json`;
  beforeAll(async () => {
    const sealed = folder();
    await buildRemote("rspack", kind, { out: sealed, output: { trustedTypes: "shop" } });
    remotes.folders.set(kind, sealed);
    const built = await buildHost("rspack", manifest(), {
      out: host,
      fedseal: { enforce: { unsealed: "block" } },
      output: { crossOriginLoading: "anonymous", trustedTypes: "shell" },
      configuration: { entry: "./trusted.js" },
      plugins: [new rspack.SubresourceIntegrityPlugin({ htmlPlugin: false })],
    });
    expect(built.errors).toEqual([]);
  });

  const load = async (origin: string, orgId: string) => {
    // The manifest of Rspack's own plugin does not say that the entry is a module.
    const entry = manifest().replace("mf-manifest.json", "remoteEntry.js");
    const remote = kind === "module" ? { name: "shop", entry, type: "module" } : undefined;
    return visit(browser, `${origin}/enter?token=${await issuer.token({ org_id: orgId })}`, { remote });
  };

  test.each<[string, Partial<CspOptions>]>([
    ["as it is made without options", {}],
    ["with whole origins", { allow: "origins" }],
    ...((kind === "script"
      ? [["with Trusted Types", { trustedTypes: ["shell"], remotes: { shop: { trustedTypes: ["shop", "webpack"] } } }]]
      : []) as [string, Partial<CspOptions>][]),
  ])("a policy %s", async (_, options) => {
    const origin = await start(host, manifest(), options);
    const loaded = await load(origin, "org_2");
    expect(loaded, JSON.stringify(loaded)).toMatchObject({
      result: { panel: "panel with react 19", details: "details" },
      told: [],
      alive: true,
      console: [],
    });
    if (options.allow === "origins") return;
    // Of the other organization, the set has another release, whose folder is all that its policy lets in.
    remotes.reset();
    const other = await load(origin, "org_1");
    expect(other, JSON.stringify(other)).toMatchObject({ result: undefined, alive: true });
    expect(other.console.join("\n")).toContain("Content Security Policy");
    expect(remotes.requests).toEqual([]);
  });

  test("nothing runs in the page that stands in its text without the nonce, or comes from elsewhere", async () => {
    const origin = await start(host, manifest(), {});
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/enter?token=${await issuer.token({ org_id: "org_2" })}`);
    const expected = ["base-uri", "frame-src", "object-src", "script-src-elem", "script-src-elem"];
    const blocked = await page.evaluate(
      ({ elsewhere, count }) =>
        new Promise<string[]>((resolve) => {
          const seen: string[] = [];
          const end = setTimeout(() => resolve(seen.sort()), 10_000);
          document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) => {
            seen.push(effectiveDirective);
            if (seen.length < count) return;
            clearTimeout(end);
            resolve(seen.sort());
          });
          const add = (name: string, properties: object) =>
            document.body.append(Object.assign(document.createElement(name), properties));
          add("script", { textContent: "globalThis.injected = true" });
          // With a hash, so that it is not Integrity-Policy that blocks it.
          add("script", { src: `${elsewhere}/evil.js`, crossOrigin: "anonymous", integrity: "sha384-AAAA" });
          add("object", { data: `${elsewhere}/evil.html`, type: "text/html" });
          add("iframe", { src: `${elsewhere}/` });
          add("base", { href: "https://evil.example/" });
        }),
      { elsewhere: `${remotes.origin}/elsewhere`, count: expected.length },
    );
    expect(blocked).toEqual(expected);
    expect(await page.evaluate("globalThis.injected")).toBeUndefined();
    await context.close();
  });
});
