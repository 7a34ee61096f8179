import { readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FedsealPluginOptions } from "fedseal";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { build, folder, remote } from "../bundlers/producers.ts";
import { filesOf } from "../folders.ts";
import { buildHost, buildRemote, type Kind, PRODUCERS } from "../tamper/apps.ts";
import { launch } from "../tamper/browser.ts";
import { visit } from "../tamper/page.ts";
import { FileServer } from "../tamper/server.ts";
import { KEYS, tamperOf, worldOf } from "./cells.ts";

/** What FedsealPlugin builds into a host whose remotes are signed, on every bundler; and that it works there. */

const ADDRESS = "http://127.0.0.1:1/mf-manifest.json";
const shop = { policy: "require" as const, keys: [KEYS.shop.jwk] };
type Enforce = Exclude<FedsealPluginOptions["enforce"], false | undefined>;

function texts(dir: string): string {
  return filesOf(dir)
    .filter((file) => file.endsWith(".js"))
    .map((file) => readFileSync(join(dir, file), "utf8"))
    .join("\n");
}

describe.each(PRODUCERS)("%s", (producer) => {
  const host = async (enforce: Enforce | undefined, federation: Record<string, unknown> = {}) => {
    const out = folder();
    const { errors } = await build(
      producer,
      remote(producer, {
        out,
        federation: { exposes: undefined, shared: {}, remotes: { shop: `shop@${ADDRESS}` }, ...federation },
        configuration: { entry: "./version.js" },
        fedseal: enforce ? { enforce } : {},
        minimize: false,
      }),
    );
    return { errors: errors.join(), text: texts(out) };
  };

  test("keys and checks are part of a host that wants signatures, and of no other", async () => {
    const { errors, text } = await host({ signature: { shop } });
    expect(errors).toBe("");
    expect(text).toContain("mf-manifest+jws");
    expect(text).toContain(JSON.stringify({ shop }));
    // Remotes with keys are sealed.
    expect(text).toContain('"unsealed":{"*":"warn","shop":"block"}');
    for (const without of [await host(undefined), await host({ unsealed: "block" })]) {
      expect(without.errors).toBe("");
      expect(without.text).not.toContain("mf-manifest+jws");
      expect(without.text).not.toContain("SIGNATURE_MISMATCH");
    }
  });

  test("a name that no remote has is an error", async () => {
    const { errors } = await host({ signature: { shopp: shop, "*": { policy: "off" } } });
    expect(errors).toContain('options.enforce.signature names "shopp"');
    expect(errors).toContain('Did you mean "shop"?');
    expect(errors).not.toContain('"*"');
  });

  test("a remote that the runtime does not load cannot be signed: an error where it has to be", async () => {
    const federation = { remotes: { shop: `promise new Promise((resolve) => resolve(import("${ADDRESS}")))` } };
    const outside = (signature: NonNullable<Enforce["signature"]>) =>
      buildHost(producer, "", { out: folder(), federation, fedseal: { enforce: { unsealed: "warn", signature } } });
    for (const signature of [{ shop }, { "*": shop }, {}]) {
      const { errors } = await outside(signature);
      expect(errors, JSON.stringify(signature)).toHaveLength(1);
      expect(errors[0]).toContain("error[enforce/remote-not-covered]");
    }
    const off = { policy: "off" as const };
    for (const signature of [{ shop: off }, { "*": off }, { shop: { ...shop, policy: "when-present" as const } }]) {
      const { errors, warnings } = await outside(signature);
      expect(errors, JSON.stringify(signature)).toEqual([]);
      expect(warnings.join()).toContain("warning[enforce/remote-not-covered]");
    }
  });

  test("a host to which somebody else added the runtime plugin, without signatures, is an error", async () => {
    const plugin = realpathSync(fileURLToPath(import.meta.resolve("@fedseal/runtime/plugin")));
    const federation = { runtimePlugins: [plugin] };
    expect((await host({ unsealed: "block" }, federation)).errors).toBe("");
    expect((await host({ signature: { shop } }, federation)).errors).toContain("enforce/host-not-wired");
  });
});

const remotes = await new FileServer().start();
const hosts = await new FileServer().start();
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  for (const server of [remotes, hosts]) await server.stop();
});

describe.each(PRODUCERS)("a page of %s", (producer) => {
  // Rspack's built-in plugin calls a module remote "global" in its manifest.
  const kinds: Kind[] = producer === "rspack" ? ["script"] : ["script", "module"];

  test.each(kinds)("with a remote of the kind %s", async (kind) => {
    const slug = `${producer}-${kind}`.replaceAll(/[^a-z]+/g, "-");
    const [sealed, out] = [folder(), folder()];
    await buildRemote(producer, kind, { out: sealed });
    remotes.folders.set(slug, sealed);
    const world = worldOf(sealed, { origin: remotes.origin, foreign: hosts.origin, path: `/${slug}` });
    const { errors } = await buildHost(producer, `${world.origin}/${slug}/mf-manifest.json`, {
      out,
      fedseal: { enforce: { signature: { shop } } },
    });
    expect(errors).toEqual([]);
    hosts.folders.set(slug, out);
    remotes.tamper = tamperOf(world, { manifest: world.resealed, evil: true });
    const refused = await visit(browser, `${hosts.origin}/${slug}/`, { waitForError: true });
    expect(refused).toMatchObject({ result: undefined, evil: 0, alive: true });
    const codes = refused.told.filter((one) => one.refused).map(({ code }) => code);
    expect(codes).toEqual(["ERR_FEDSEAL_SIGNATURE_MISMATCH"]);
    remotes.tamper = tamperOf(world, {});
    const works = await visit(browser, `${hosts.origin}/${slug}/`);
    expect(works).toMatchObject({ result: { panel: "panel with react 19", details: "details" }, evil: 0, told: [] });
  });
});
