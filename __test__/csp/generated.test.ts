import { rspack } from "@rspack/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { folder } from "../scratch.ts";
import { buildHost, buildRemote } from "../tamper/apps.ts";
import { ENGINES, launch } from "../tamper/browser.ts";
import { CELLS, filesOf } from "../tamper/cells.ts";
import type { Engine, EngineName } from "../tamper/engine.ts";
import { visit } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";

/** What `fedseal csp generate` writes, in browsers: a real host loads a real remote under it, and nothing else runs. */

const NONCE = "Zm9yIHRlc3Rz";
const WORKS = { panel: "panel with react 19", details: "details" };
const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
const engines = new Map<EngineName, Engine>();
beforeAll(async () => {
  for (const name of ENGINES) engines.set(name, await launch(name));
});
afterAll(async () => {
  for (const engine of engines.values()) await engine.close();
  await remotes.stop();
  await hosts.stop();
});

function generate(dir: string, origin: string, page: string, args: string[]): Record<string, string> {
  const options = ["--origin", origin, "--page", page, "--format", "json", ...args];
  const { stdout, stderr, status } = fedseal(dir, "csp", "generate", dir, ...options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const { headers } = JSON.parse(stdout) as { headers: Record<string, string> };
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

const KINDS: Record<"script" | "module", [string, string[]][]> = {
  script: [
    ["hosts", []],
    ["hashes", ["--hashes"]],
    ["Trusted Types", ["--trusted-types", "shop", "shell", "webpack"]],
  ],
  module: [["hosts and a nonce", ["--nonce", NONCE]]],
};

describe.each(["script", "module"] as const)("%s", (kind) => {
  const sealed = folder();
  const page = () => `${hosts.origin}/${kind}-host/`;
  const origin = () => `${remotes.origin}/${kind}/`;

  beforeAll(async () => {
    await buildRemote("rspack", kind, { out: sealed, output: { trustedTypes: "shop" } });
    remotes.folders.set(kind, sealed);
    const out = folder();
    const built = await buildHost("rspack", `${origin()}mf-manifest.json`, {
      out,
      fedseal: { enforce: { unsealed: "block" } },
      output: { crossOriginLoading: "anonymous", trustedTypes: "shell" },
      configuration: { entry: "./trusted.js" },
      plugins: [new rspack.SubresourceIntegrityPlugin({ htmlPlugin: false })],
    });
    expect(built.errors).toEqual([]);
    hosts.folders.set(`${kind}-host`, out);
  });

  const load = (name: EngineName, headers: Record<string, string>, waitForError = false) => {
    hosts.headers = headers;
    hosts.tamper = (path, body) =>
      path.endsWith("/") && body ? { body: body.toString().replace("NONCE", NONCE) } : undefined;
    // The manifest of Rspack's own plugin does not say that the entry is a module.
    const remote = kind === "module" ? { name: "shop", entry: `${origin()}remoteEntry.js`, type: "module" } : undefined;
    return visit(engines.get(name) as Engine, page(), { remote, waitForError });
  };

  describe.each(KINDS[kind])("%s", (_title, args) => {
    test.each(ENGINES)("%s", async (name) => {
      remotes.reset();
      const headers = generate(sealed, origin(), page(), args);
      const outcome = await load(name, headers);
      expect(outcome, JSON.stringify(outcome)).toMatchObject({
        result: WORKS,
        told: [],
        evil: 0,
        alive: true,
        console: [],
      });
      remotes.tamper = CELLS.find((cell) => cell.name === "remoteEntry changed")?.tamper(filesOf(sealed), sealed, "");
      const refused = await load(name, headers, true);
      expect(refused, JSON.stringify(refused)).toMatchObject({ result: undefined, evil: 0, alive: true });
      remotes.reset();
      // The policy of another tenant does not let this remote in.
      const other = await load(
        name,
        generate(
          sealed,
          "https://cdn.other.example/",
          page(),
          args.filter((one) => one !== "--hashes"),
        ),
      );
      expect(other.result, JSON.stringify(other)).toBeUndefined();
    });
  });
});
