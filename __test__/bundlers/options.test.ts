import { readFileSync } from "node:fs";
import { join } from "node:path";
import { FedsealPlugin, type FedsealPluginOptions } from "fedseal";
import { describe, expect, test } from "vitest";
import { remoteNames } from "../../npm/fedseal/dist/plugin/check-remote-names.js";
import { releaseOf } from "../../npm/fedseal/dist/plugin/options.js";
import { filesOf } from "../folders.ts";
import { build, folder, type Producer, remote } from "./producers.ts";

/** What options may be, and what is said of those that are not. */

function refused(options: unknown): string {
  try {
    new FedsealPlugin(options as FedsealPluginOptions);
  } catch (error) {
    return (error as Error).message.replace(/^Invalid options object.*\n/, "");
  }
  throw new Error(`${JSON.stringify(options)} is allowed`);
}

describe("a wrong value: option, value, and what is allowed", () => {
  test.each([
    [null],
    [["sha384"]],
    [[]],
    [{ manifest: 3 }],
    [{ entries: "objects" }],
    [{ algorithm: "md5" }],
    [{ include: "*.js" }],
    [{ exclude: ["a", 3] }],
    [{ release: "" }],
    [{ release: true }],
    [{ release: { id: 5 } }],
    [{ verify: "yes" }],
    [{ enabled: 1 }],
    [{ contract: "strict" }],
    [{ contract: { profile: "lax" } }],
    [{ enforce: true }],
    [{ enforce: { unsealed: "blok" } }],
    [{ enforce: { unsealed: { shop: "blok" } } }],
    [{ enforce: { unsealed: { "my shop": null } } }],
    [{ enforce: { mode: "either", redirect: "follow" } }],
    [{ enforce: { origins: "self" } }],
    [{ enforce: { origins: ["cdn.example.com"] } }],
    [{ enforce: { origins: ["https://cdn.example.com/shop", "ftp://a.example.com", "https://*.*.com"] } }],
    [{ enforce: { report: "" } }],
    [{ enforce: { manifests: ["a"] } }],
    [{ enforce: { timeout: 0, maxBytes: "10" } }],
    [{ enforce: { timeout: Number.NaN } }],
    [{ enforce: { maxFiles: 0.5 } }],
    [{ enforce: { maxFiles: 0 } }],
    [{ enforce: { files: 3 } }],
    [{ enforce: { files: { maxBytes: -1 } } }],
    [{ enforce: { modules: "no" } }],
    [{ enforce: { runtimeRemotes: "shop" } }],
    [{ enforce: { mirrors: { shop: "https://cdn2.example.com/" } } }],
    [{ enforce: { mirrors: { shop: ["/shop/", "https://cdn2.example.com/shop", "https://u:p@a.example.com/"] } } }],
    [{ enforce: { mirrors: { "a/b": ["https://cdn2.example.com/?a=/"] } } }],
  ])("%j", (options) => {
    const message = refused(options);
    expect(message).toMatchSnapshot();
    // People cannot read a pattern, and schema-utils prints one.
    expect(message).not.toMatch(/pattern|\\|\^|should be one of/);
  });
});

describe("an option that does not exist", () => {
  test.each([
    [{ algorythm: "sha384" }],
    [{ Verify: true }],
    [{ contracts: true }],
    [{ somethingElse: 1 }],
    [{ enforce: { unseald: "block" } }],
    [{ enforce: { files: { timout: 5 } } }],
    [{ release: { name: "r1" } }],
    [{ contract: { profil: "strict" }, verify: 1 }],
  ])("%j", (options) => {
    expect(refused(options)).toMatchSnapshot();
  });
});

test.each([
  ["origins", "https://CDN.example.com", "https://cdn.example.com"],
  ["origins", "https://cdn.example.com:443", "https://cdn.example.com"],
  ["origins", "https://cdn.example.com/", "https://cdn.example.com"],
  ["origins", "https://*.example.com:443", "https://*.example.com"],
  ["mirrors", "HTTPS://cdn2.example.com:443/a/../shop", "https://cdn2.example.com/shop/"],
])("%s: %s would match nothing, and the error has the right way to write it", (option, written, meant) => {
  const enforce = (address: string) => ({ [option]: option === "mirrors" ? { shop: [address] } : [address] });
  expect(refused({ enforce: enforce(written) })).toContain(`write ${JSON.stringify(meant)}`);
  expect(() => new FedsealPlugin({ enforce: enforce(meant) })).not.toThrow();
});

test("what is left out is allowed, and so is every option", () => {
  for (const options of [
    undefined,
    {},
    { entries: undefined, enforce: undefined },
    { enforce: false },
    { enforce: {} },
    { enforce: { unsealed: { shop: "block", "*": "warn" }, mirrors: { shop: [] }, files: {}, maxFiles: 1 } },
  ] as FedsealPluginOptions[]) {
    expect(() => new FedsealPlugin(options)).not.toThrow();
  }
});

test("a glob that cannot be read, or matches nothing", async () => {
  for (const glob of ["a[b", "**/*.{bin,dat}", "./*.bin", "/static/**", "static/"]) {
    const { errors } = await build("rspack", remote("rspack", { fedseal: { include: [glob] } }));
    expect(errors.join()).toContain("error[options/invalid]");
    expect(errors.join()).toContain(JSON.stringify(glob));
  }
});

const HOSTS = ["rspack", "rspack + enhanced", "webpack + enhanced"] as const;
const ADDRESS = "http://127.0.0.1:1/mf-manifest.json";
type Enforce = Exclude<FedsealPluginOptions["enforce"], false | undefined>;

/** The errors of a host's build. */
async function host(producer: Producer, remotes: unknown, enforce: Enforce, out = folder()): Promise<string[]> {
  const federation = { exposes: undefined, shared: {}, ...(remotes !== undefined && { remotes }) };
  const configuration = { entry: "./version.js" };
  const { errors } = await build(
    producer,
    remote(producer, { out, federation, configuration, fedseal: { enforce }, minimize: false }),
  );
  return errors;
}

describe.each(HOSTS)("%s: names of remotes", (producer) => {
  test("a name that no remote has is an error with a suggestion, and nothing is written", async () => {
    const out = folder();
    const errors = await host(
      producer,
      { shop: `shop_app@${ADDRESS}` },
      {
        unsealed: { shopp: "block", "*": "warn" },
        manifests: { "*": ADDRESS },
        mirrors: { shop_ap: ["https://cdn2.example.com/"] },
      },
      out,
    );
    expect(errors).toMatchSnapshot();
    expect(filesOf(out)).toEqual([]);
  });

  test("keys, containers and what is registered at run time are remotes", async () => {
    const remotes = {
      shop: `shop_app@${ADDRESS}`,
      cart: `promise new Promise((done) => done({ get() {}, init() {} }))`,
    };
    const unsealed = { shop: "block", shop_app: "block", cart: "warn", later: "block", "*": "warn" } as const;
    expect(await host(producer, remotes, { unsealed, runtimeRemotes: ["later"] })).toEqual([]);
  });

  test("a host that names no remotes accepts every name, until it says which come later", async () => {
    expect(await host(producer, undefined, { unsealed: { shop: "block" } })).toEqual([]);
    const errors = await host(producer, undefined, { unsealed: { shopp: "block" }, runtimeRemotes: ["shop"] });
    expect(errors.join()).toContain('Did you mean "shop"?');
  });

  test("what the host is told", async () => {
    const out = folder();
    const told = {
      unsealed: { shop: "block" },
      mirrors: { shop: ["https://cdn2.example.com/shop/"] },
      maxFiles: 7,
      files: { timeout: 5, maxBytes: 6 },
    } satisfies Enforce;
    const enforce = { ...told, modules: false, runtimeRemotes: ["only-at-run-time"] };
    expect(await host(producer, { shop: `shop@${ADDRESS}` }, enforce, out)).toEqual([]);
    const text = filesOf(out)
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(join(out, file), "utf8"))
      .join("\n");
    expect(text).toContain(JSON.stringify(told));
    expect(text).not.toContain("only-at-run-time");
    // The part for ES module remotes is left out.
    expect(text).not.toContain("importmap");
  });
});

test.each([
  [{ shop: "shop@https://a.example.com/remoteEntry.js" }, ["shop", "shop"]],
  [{ shop: "@scope/shop@https://a.example.com/m.json" }, ["shop", "@scope/shop"]],
  [{ shop: "https://a.example.com/remoteEntry.js" }, ["shop"]],
  [{ shop: "script shop_app@https://a.example.com/remoteEntry.js" }, ["shop", "shop_app"]],
  [{ shop: 'promise import("a@b")' }, ["shop"]],
  [{ shop: "import https://a.example.com/@scope/entry.js" }, ["shop"]],
  [{ shop: { external: ["shop_app@https://a.example.com/m.json"], shareScope: "default" } }, ["shop", "shop_app"]],
  [
    ["shop_app@https://a.example.com/m.json", { cart: "cart" }],
    ["shop_app@https://a.example.com/m.json", "shop_app", "cart"],
  ],
  [undefined, []],
])("names in %j", (remotes, names) => {
  expect(remoteNames(remotes)).toEqual(names);
});

describe.each(HOSTS)("%s: two FedsealPlugins in one configuration", (producer) => {
  const warned: string[] = [];
  const console = { ...globalThis.console, warn: (line: string) => warned.push(line) };
  const both = (first: FedsealPluginOptions, second: FedsealPluginOptions) =>
    build(
      producer,
      remote(producer, {
        fedseal: first,
        configuration: { performance: false, infrastructureLogging: { colors: false, console } },
        plugins: [new FedsealPlugin(second)],
        minimize: false,
        federation: { shared: {} },
      }),
    );

  test("with other options: an error that says what differs", async () => {
    const { errors } = await both(
      { algorithm: "sha256", enforce: { unsealed: "block" } },
      { enforce: { unsealed: "warn", mode: "both" } },
    );
    expect(errors).toMatchSnapshot();
  });

  test("with the same options, or switched off: one of them works, and the log names the second", async () => {
    warned.length = 0;
    expect(await both({ algorithm: "sha256" }, { algorithm: "sha256" })).toEqual({ errors: [], warnings: [] });
    expect(warned.filter((line) => line.includes("second FedsealPlugin"))).toHaveLength(1);
    warned.length = 0;
    expect(await both({ algorithm: "sha256" }, { enabled: false })).toEqual({ errors: [], warnings: [] });
    expect(warned.filter((line) => line.includes("FedsealPlugin"))).toEqual([]);
  });
});

test("one instance in two configurations", async () => {
  const plugin = new FedsealPlugin({ algorithm: "sha256" });
  for (const producer of ["rspack", "webpack + enhanced"] as const) {
    const configuration = remote(producer, { fedseal: false, plugins: [plugin], minimize: false });
    expect((await build(producer, configuration)).errors).toEqual([]);
  }
});

test("a release from the environment", () => {
  expect(releaseOf(undefined, { FEDSEAL_RELEASE: "env" })).toEqual({ id: "env" });
  expect(releaseOf("option", { FEDSEAL_RELEASE: "env" })).toEqual({ id: "option" });
  expect(releaseOf({ buildName: "n" }, {})).toEqual({ buildName: "n" });
});
