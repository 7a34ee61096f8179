import { rspack } from "@rspack/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote, PRODUCERS, type Producer } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { CELLS, type Files, filesOf } from "./cells.ts";
import type { Engine, EngineName } from "./engine.ts";
import { type Outcome, visit } from "./page.ts";
import { FileServer } from "./server.ts";

/** The policies a page can have: everything works under them, and what is tampered with is refused under them. */

const WORKS = { panel: "panel with react 19", details: "details" };
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const R = remotes.origin;
const engines = new Map<EngineName, Engine>();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  await remotes.stop();
  await hosts.stop();
});

interface Policy {
  name: string;
  headers: Record<string, string>;
  /** Policies that module remotes cannot live with: they need an import map, which is an inline script. */
  scriptOnly?: boolean;
}

const NONCE = "Zm9yIHRlc3Rz";
const POLICIES: Policy[] = [
  {
    name: "hosts, without unsafe-eval",
    headers: {
      "content-security-policy": `default-src 'none'; script-src 'self' ${R}; style-src ${R}; connect-src 'self' ${R}`,
    },
    scriptOnly: true,
  },
  {
    name: "nonce and strict-dynamic",
    headers: {
      "content-security-policy": `default-src 'none'; script-src 'nonce-${NONCE}' 'strict-dynamic'; style-src ${R}; connect-src 'self' ${R}`,
    },
  },
  {
    name: "nonce and hosts",
    headers: { "content-security-policy": `script-src 'self' ${R} 'nonce-${NONCE}'; object-src 'none'` },
  },
  { name: "integrity of every script", headers: { "integrity-policy": "blocked-destinations=(script)" } },
  {
    name: "Trusted Types",
    headers: {
      "content-security-policy": "require-trusted-types-for 'script'; trusted-types fedseal shop shell webpack",
    },
  },
];

describe.each(PRODUCERS)("%s", (producer) => {
  describe.each(["script", "module"] as const)("%s", (kind) => {
    let files: Files;
    const sealed = folder();
    const slug = `${producer}-${kind}`.replaceAll(/[^a-z]+/g, "-");
    const byEntry = producer === "rspack" && kind === "module";
    const pages: Record<string, string> = {};

    beforeAll(async () => {
      await buildRemote(producer, kind, { out: sealed, output: { trustedTypes: "shop" } });
      files = filesOf(sealed);
      remotes.folders.set(slug, sealed);
      pages.plain = await host(producer, `${slug}-host`, `${R}/${slug}/mf-manifest.json`);
    });

    const load = (name: EngineName, waitForError = false): Promise<Outcome> => {
      const remote = byEntry ? { name: "shop", entry: `${R}/${slug}/remoteEntry.js`, type: "module" } : undefined;
      return visit(engines.get(name) as Engine, `${hosts.origin}/${slug}-host/`, { remote, waitForError });
    };

    describe.each(ENGINES)("%s", (engine) => {
      test.each(POLICIES)("$name", async ({ headers, scriptOnly }) => {
        remotes.reset();
        hosts.reset();
        hosts.headers = headers;
        hosts.tamper = (path, body) =>
          path.endsWith("/") && body ? { body: body.toString().replace("NONCE", NONCE) } : undefined;
        const outcome = await load(engine, scriptOnly && kind === "module");
        if (scriptOnly && kind === "module") {
          expect(outcome).toMatchObject({ result: undefined, evil: 0, alive: true });
          expect(outcome.told[0]?.code, JSON.stringify(outcome)).toBe("ERR_FEDSEAL_UNSUPPORTED");
          return;
        }
        expect(outcome, JSON.stringify(outcome)).toMatchObject({ result: WORKS, told: [], evil: 0, alive: true });
        // Of WebKit, there is no console to look at.
        expect(outcome.console).toEqual([]);
        for (const name of ["remoteEntry changed", "async chunk changed", "an unlisted chunk"]) {
          remotes.reset();
          remotes.tamper = CELLS.find((cell) => cell.name === name)?.tamper(files, sealed, "");
          const refused = await load(engine, true);
          expect(refused, `${name}: ${JSON.stringify(refused)}`).toMatchObject({
            result: undefined,
            evil: 0,
            alive: true,
          });
          expect(refused.told.length, `${name}: ${JSON.stringify(refused)}`).toBeGreaterThan(0);
        }
      });
    });
  });
});

/**
 * A host whose own chunks have their integrity from the bundler, as `Integrity-Policy` wants it of every script; on webpack,
 * whose plugin for that does not bear Module Federation, one without chunks.
 */
async function host(producer: Producer, name: string, remote: string): Promise<string> {
  const out = folder();
  const onWebpack = producer.startsWith("webpack");
  const built = await buildHost(producer, remote, {
    out,
    fedseal: { enforce: { unsealed: "block" } },
    output: { crossOriginLoading: "anonymous", trustedTypes: "shell" },
    ...(onWebpack
      ? { configuration: { entry: "./eager.js" } }
      : {
          configuration: { entry: "./trusted.js" },
          plugins: [new rspack.SubresourceIntegrityPlugin({ htmlPlugin: false })],
        }),
  });
  expect(built.errors).toEqual([]);
  hosts.folders.set(name, out);
  return `${hosts.origin}/${name}/`;
}
