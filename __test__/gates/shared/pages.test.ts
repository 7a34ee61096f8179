import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { federation as federationArea } from "../../../npm/fedseal/dist/gates/federation/area.js";
import { shared } from "../../../npm/fedseal/dist/gates/shared/area.js";
import { copiesOf } from "../../../npm/fedseal/dist/gates/shared/copies.js";
import { findPages } from "../../../npm/fedseal/dist/gates/shared/pages.js";
import { APP, build, folder, PRODUCERS, type Producer, remote, SCRATCH } from "../../bundlers/producers.ts";
import { invalid } from "../../schema.ts";
import { FileServer } from "../../tamper/server.ts";
import { contextOf, online } from "../context.ts";

/** The manifests of real builds: what they say of shared packages, and what the gate makes of a page of them. */

/** An app with a package of a version, and a range for it in its package.json. */
function app(version: string, range: string): string {
  const context = folder(SCRATCH);
  const pack = (name: string, files: Record<string, string>) => {
    mkdirSync(join(context, name), { recursive: true });
    for (const [file, text] of Object.entries(files)) writeFileSync(join(context, name, file), text);
  };
  pack("node_modules/session", {
    "package.json": JSON.stringify({ name: "session", version, main: "index.js" }),
    "index.js": `module.exports = ${JSON.stringify(version)};\n`,
  });
  pack(".", {
    "package.json": JSON.stringify({ name: "app", version: "1.0.0", dependencies: { session: range } }),
    "Button.js": 'export { default } from "session";\n',
    "bootstrap.js": 'import session from "session";\nconsole.log(session);\nimport("shop/Button").catch(() => {});\n',
    "own.js": 'import session from "session";\nconsole.log(session);\n',
    "index.js": 'import("./own.js");\n',
    "host.js": 'import("./bootstrap.js");\n',
    "handles.js": 'export default () => ({ name: "handles", errorLoadRemote: () => undefined });\n',
  });
  return context;
}

interface Wanted {
  version: string;
  range: string;
  options?: object;
  federation?: object;
  fedseal?: false;
}

async function buildShop(
  producer: Producer,
  { version, range, options, federation, fedseal }: Wanted,
): Promise<string> {
  const out = folder();
  const setup = {
    out,
    context: app(version, range),
    minimize: false,
    ...(fedseal === false && { fedseal }),
    federation: { name: "shop", shared: { session: { singleton: true, ...options } }, ...federation },
    output: { uniqueName: "shop" },
    configuration: { resolve: {} },
  };
  expect((await build(producer, remote(producer, setup))).errors).toEqual([]);
  return out;
}

async function buildShell(
  producer: Producer,
  url: string,
  { version, range, options, federation }: Wanted,
): Promise<string> {
  const out = folder();
  const setup = {
    out,
    context: app(version, range),
    minimize: false,
    federation: {
      name: "shell",
      exposes: undefined,
      filename: undefined,
      remotes: { shop: `shop@${url}` },
      shared: { session: { singleton: true, ...options } },
      ...federation,
    },
    output: { uniqueName: "shell" },
    configuration: { resolve: {}, entry: "./host.js" },
  };
  expect((await build(producer, remote(producer, setup))).errors).toEqual([]);
  return out;
}

async function check(...context: Parameters<typeof contextOf>) {
  const outcome = await shared.run(contextOf(...context));
  return {
    found: outcome?.diagnostics.map(({ rule, message, location }) => `${rule} ${location?.file}: ${message}`),
    unchecked: outcome?.unchecked.map(({ reason }) => reason),
  };
}

const URL_OF_SHOP = "http://127.0.0.1:1/mf-manifest.json";

describe.each(PRODUCERS)("%s", (producer) => {
  test("the manifest records what Module Federation leaves out", async () => {
    const out = await buildShop(producer, {
      version: "2.1.0",
      range: "^2.0.0",
      options: { eager: true, shareScope: "x", singleton: undefined },
      federation: { shareStrategy: "loaded-first" },
    });
    const manifest = JSON.parse(readFileSync(join(out, "mf-manifest.json"), "utf8"));
    expect(invalid(manifest)).toEqual([]);
    expect(manifest.sharing).toMatchObject({ strategy: "loaded-first", scope: "default", remoteScopes: {} });
    expect(manifest.sharing.packages).toEqual([
      {
        name: "session",
        scopes: ["x"],
        requiredVersion: "^2.0.0",
        singleton: false,
        strictVersion: true,
        eager: true,
        import: true,
        atStartup: false,
      },
    ]);
  });

  test("modules of a package that is shared as `name/` are recorded each", async () => {
    const out = folder();
    const shared = { "react-dom/": { singleton: true, requiredVersion: "^19.0.0" }, react: { singleton: true } };
    const { errors } = await build(producer, remote(producer, { out, minimize: false, federation: { shared } }));
    expect(errors).toEqual([]);
    const { sharing } = JSON.parse(readFileSync(join(out, "mf-manifest.json"), "utf8"));
    const recorded = sharing.packages.map(({ name, singleton }: { name: string; singleton: boolean }) => [
      name,
      singleton,
    ]);
    expect(recorded).toEqual([
      ["react", true],
      ["react-dom/client", true],
    ]);
    expect(await check({ dist: out })).toEqual({ found: [], unchecked: [] });
  });

  test("a page whose ranges have nothing in common, and one whose ranges agree", async () => {
    const shell = await buildShell(producer, URL_OF_SHOP, { version: "2.1.0", range: "^2.0.0" });
    const old = await buildShop(producer, { version: "1.4.0", range: "^1.2.0" });
    const fresh = await buildShop(producer, { version: "2.0.5", range: "^2.0.0" });
    const conflict = await check({ shell, shop: old });
    expect(conflict.unchecked).toEqual([]);
    expect(conflict.found).toEqual([
      "shared/several-majors shop/mf-manifest.json: session is on the page in 2 major versions: 2.1.0 from shell, 1.4.0 from shop",
      "shared/no-common-version shop/mf-manifest.json: no version of the singleton session satisfies all parts: shell needs ^2.0.0, shop needs ^1.2.0; shop gets 2.1.0, the copy of shell",
      "shared/singleton-without-strict-version shop/mf-manifest.json: the singleton session has no `strictVersion` in shop, so that only the console reports the wrong version",
    ]);
    expect(await check({ shell, shop: fresh })).toEqual({ found: [], unchecked: [] });

    const { pages } = await findPages(contextOf({ shell, shop: old }));
    const gets = { version: "2.1.0", of: "shell" };
    expect(copiesOf(pages[0] ?? [])).toEqual([
      { package: "session", part: "shell", brings: "2.1.0", needs: "^2.0.0", gets, isSatisfied: true },
      { package: "session", part: "shop", brings: "1.4.0", needs: "^1.2.0", gets, isSatisfied: false },
    ]);
  });
});

test("two targets of one name are both looked at", async () => {
  const shell = await buildShell("rspack", URL_OF_SHOP, { version: "2.1.0", range: "^2.0.0" });
  const fresh = await buildShop("rspack", { version: "2.0.5", range: "^2.0.0" });
  const old = await buildShop("rspack", { version: "1.4.0", range: "^1.2.0" });
  for (const targets of [
    { shell, fresh, old },
    { shell, old, fresh },
  ]) {
    const { found = [] } = await check(targets);
    expect(found.filter((one) => one.startsWith("shared/no-common-version old/mf-manifest.json"))).toHaveLength(1);
  }
});

test("remotes that no page can have together, where no host is a target", async () => {
  const old = await buildShop("rspack", { version: "1.4.0", range: "^1.2.0" });
  const cart = { version: "2.0.5", range: "^2.0.0", federation: { name: "cart" } };
  const fresh = await buildShop("rspack", cart);
  const { found } = await check({ fresh, old });
  expect(found).toEqual([
    "shared/no-common-version fresh/mf-manifest.json: no version of the singleton session satisfies all remotes: cart needs ^2.0.0, shop needs ^1.2.0; one of them gets another version on a page that loads them all",
  ]);
  // The new build of a remote and the one that is served are never on one page.
  const next = await buildShop("rspack", { version: "2.0.5", range: "^2.0.0" });
  expect(await check({ next, old })).toEqual({ found: [], unchecked: [] });
  expect((await check({ next, old, fresh })).found).toHaveLength(1);
  const same = await buildShop("rspack", { ...cart, range: "^1.0.0 || ^2.0.0" });
  expect(await check({ same, old })).toEqual({ found: [], unchecked: [] });
});

test.each([
  ["version-first", {}, ["federation/version-first-needs-every-remote"]],
  ["loaded-first", { shareStrategy: "loaded-first" }, []],
  ["a plugin that handles it", { runtimePlugins: ["./handles.js"] }, []],
])("a host that needs every manifest to start: %s", async (_, federation, expected) => {
  const context = { version: "2.1.0", range: "^2.0.0", federation };
  const shell = await buildShell("rspack", URL_OF_SHOP, context);
  const outcome = await federationArea.run(contextOf({ shell }));
  expect(outcome?.diagnostics.map(({ rule }) => rule)).toEqual(expected);
});

test("a remote that is no target is read from its URL; one that cannot be read is not checked", async () => {
  const server = await new FileServer().start();
  try {
    const shop = await buildShop("rspack", { version: "1.4.0", range: "^1.2.0" });
    server.folders.set("shop", shop);
    const url = `${server.origin}/shop/mf-manifest.json`;
    const shell = await buildShell("rspack", url, { version: "2.1.0", range: "^2.0.0" });
    const loaded = await check({ shell }, {}, online);
    expect(loaded.found?.map((one) => one.split(" ")[0])).toContain("shared/no-common-version");
    server.folders.delete("shop");
    const gone = await check({ shell }, {}, online);
    expect([gone.found, gone.unchecked]).toEqual([
      [],
      [
        `the shared packages of shop, a remote of shell, are not known: ${url} cannot be loaded: the server answers 404; add its output folder or the URL of its manifest to the targets`,
      ],
    ]);
  } finally {
    await server.stop();
  }
});

describe("a manifest that Module Federation alone wrote", () => {
  test.each(["rspack", "webpack + enhanced"] as const)(
    "of %s: what it does not say is not checked",
    async (producer) => {
      const shop = await buildShop(producer, { version: "1.4.0", range: "^1.2.0", fedseal: false });
      const { found, unchecked } = await check({ shop }, { stateful: ["session"] });
      expect(found).toEqual([]);
      // Rspack writes `true` for "not set", too.
      const open = producer === "rspack" ? "`eager`, `singleton`" : "`eager`";
      expect(unchecked?.join("\n")).toContain(`shop/mf-manifest.json does not record ${open} of its shared packages`);
      const facts = { shop: { eager: false, atStartup: false, singleton: true } };
      expect(await check({ shop }, { stateful: ["session"], facts })).toEqual({ found: [], unchecked: [] });
    },
  );

  test("`singleton: false` can be believed", async () => {
    const shop = await buildShop("rspack", {
      version: "1.4.0",
      range: "^1.2.0",
      options: { singleton: false },
      fedseal: false,
    });
    const { found } = await check({ shop }, { stateful: ["session"] });
    expect(found).toEqual(["shared/singleton-missing shop/mf-manifest.json: shop shares session without `singleton`"]);
  });

  test.each(["@module-federation/vite", "vite-plugin-federation"])("of %s: `singleton` is known", async (plugin) => {
    const root = folder(SCRATCH);
    cpSync(APP, root, { recursive: true });
    writeFileSync(join(root, "index.html"), '<script type="module" src="/version.js"></script>');
    const { VITEST, NODE_ENV, ...env } = process.env;
    const script = join(import.meta.dirname, "../../commands/vite-build.mjs");
    const built = spawnSync(process.execPath, [script, plugin], { cwd: root, encoding: "utf8", env });
    expect(built.status, built.stderr).toBe(0);
    const shop = join(root, "dist");
    expect(await check({ shop })).toEqual({
      found: [],
      unchecked: [
        "shop/mf-manifest.json does not record `eager` of its shared packages; state them in `shared.facts.shop` of the configuration, or build shop with the plugin of fedseal",
      ],
    });
    expect(await check({ shop }, { facts: { shop: { eager: false, atStartup: false } } })).toEqual({
      found: [],
      unchecked: [],
    });
  });
});
