import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fedseal as vitePlugin } from "fedseal/vite";
import type { PluginOption } from "vite";
import type { PluginOption as PluginOption7 } from "vite-7";
import { describe, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { filesOf, flaws, manifestOf } from "../folders.ts";
import { invalid } from "../schema.ts";
import { build, environment, fileOf, PRODUCERS, project, REMOTE, viteOf } from "./project.ts";

const [VITE] = PRODUCERS;

/** What is wrong with a sealed folder, by code that shares nothing with fedseal. */
function wrong(dist: string): string[] {
  const manifest = manifestOf(dist);
  const { ssrRemoteEntry } = manifest.metaData;
  if (ssrRemoteEntry && !filesOf(dist).includes(ssrRemoteEntry.name)) delete manifest.metaData.ssrRemoteEntry;
  return [...flaws(dist, { manifest }), ...invalid(manifest)];
}

describe.each(PRODUCERS)("$plugin on Vite $vite", (producer) => {
  test("a remote is sealed, says so once, and nothing else", () => {
    const root = project(producer);
    const { status, printed } = build(root);
    expect(status, printed).toBe(0);
    expect(printed.match(/fedseal.*/g)).toEqual([
      expect.stringMatching(/^fedseal: sealed \d+ files \(.*→ dist\/mf-manifest\.json$/),
    ]);
    expect(wrong(join(root, "dist"))).toEqual([]);
    expect(fedseal(root, "verify", "dist").status).toBe(0);
  });

  test("the same sources give the same bytes", () => {
    // The time of the build is in it.
    const root = project(producer, { fedseal: { exclude: ["mf-debug.json"] } });
    const dist = join(root, "dist");
    const read = () => {
      const names = filesOf(dist).filter((name) => !["mf-stats.json", "mf-debug.json"].includes(name));
      return names.map((name) => [name, readFileSync(join(dist, name), "utf8")]);
    };
    build(root);
    const first = read();
    build(root);
    expect(read()).toEqual(first);
  });

  test("what other plugins write, however late, is sealed as it is; the unsealed manifest is never there", () => {
    const root = project(producer, {
      start: `import { appendFileSync, existsSync, readdirSync, writeFileSync } from "node:fs";
const chunk = () => "dist/assets/" + readdirSync("dist/assets").find((name) => name.startsWith("details-"));
const late = {
  name: "late",
  writeBundle() {
    appendFileSync(chunk(), "\\n// once");
    if (existsSync("dist/mf-manifest.json")) throw new Error("an unsealed manifest");
  },
  closeBundle() {
    appendFileSync(chunk(), "\\n// twice");
    writeFileSync("dist/late.js", "globalThis.late = 1;");
    if (existsSync("dist/mf-manifest.json")) throw new Error("an unsealed manifest");
  },
};`,
      plugins: "late,",
    });
    const { status, printed } = build(root);
    expect(status, printed).toBe(0);
    const dist = join(root, "dist");
    expect(wrong(dist)).toEqual([]);
    expect(manifestOf(dist).integrity["late.js"]).toBeDefined();
    expect(readFileSync(join(dist, fileOf(dist, "details")), "utf8")).toContain("// twice");
  });

  test("an error of the seal is shown, whoever prints it", () => {
    const plugins = `{ name: "late", async closeBundle() { (await import("node:fs")).rmSync("dist/remoteEntry.js"); } },`;
    const { status, printed } = build(project(producer, { plugins }));
    expect(status, printed).toBe(1);
    expect(printed).toContain("error[manifest/entry-not-emitted]: remoteEntry.js is named, but was not emitted");
    expect(printed).not.toContain("npm/fedseal/dist");
  });

  test("a build that fails leaves no manifest", () => {
    const root = project(producer, { plugins: '{ name: "late", writeBundle() { throw new Error("broken"); } },' });
    const { status, printed } = build(root);
    expect(status).toBe(1);
    expect(printed).toContain("broken");
    expect(printed).not.toContain("fedseal: sealed");
    expect(existsSync(join(root, "dist/mf-manifest.json"))).toBe(false);
  });

  test("a watched build is sealed again, whatever changed", async () => {
    const root = project(producer, { build: { emptyOutDir: false } });
    mkdirSync(join(root, "public"));
    writeFileSync(join(root, "public/legacy.js"), "globalThis.legacy = 1;");
    const child = spawn(process.execPath, [viteOf(root), "build", "--watch"], { cwd: root, env: environment() });
    let printed = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        printed += text;
      });
    }
    const sealed = async (times: number) => {
      for (let waited = 0; (printed.match(/fedseal: sealed/g) ?? []).length < times; waited += 50) {
        if (waited > 20_000) throw new Error(printed);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    const dist = join(root, "dist");
    try {
      await sealed(1);
      expect(wrong(dist)).toEqual([]);
      const before = manifestOf(dist);
      await new Promise((resolve) => setTimeout(resolve, 500));
      writeFileSync(join(root, "details.js"), `${readFileSync(join(root, "details.js"), "utf8")}globalThis.x = 1;\n`);
      await sealed(2);
      const after = manifestOf(dist);
      expect(after.integrity).not.toEqual(before.integrity);
      // What the build before left there is not sealed; what Vite copied at the beginning is.
      const names = Object.keys(after.integrity);
      expect(names).toHaveLength(Object.keys(before.integrity).length);
      expect(names).toContain("legacy.js");
      expect(names.filter((name) => name.startsWith("assets/details-"))).toHaveLength(1);
    } finally {
      child.kill();
    }
    await new Promise((resolve) => child.on("close", resolve));
  });
});

test("the contract is extracted and sealed with everything else", () => {
  const root = project(VITE, { fedseal: { contract: true } });
  writeFileSync(join(root, "Panel.d.ts"), "");
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  const dist = join(root, "dist");
  expect(wrong(dist)).toEqual([]);
  expect(Object.keys(manifestOf(dist).integrity)).toContain("mf-contract.json");
  expect(JSON.parse(readFileSync(join(dist, "mf-contract.json"), "utf8"))).toMatchObject({
    remote: "shop",
    exposes: { "./Panel": {} },
  });
});

test("the manifest is signed", () => {
  const root = project(VITE);
  expect(fedseal(root, "keygen", "--out", "keys").status).toBe(0);
  const key = `keys/${filesOf(join(root, "keys")).find((name) => name.endsWith(".private.jwk"))}`;
  const file = join(root, "vite.config.js");
  const sign = { sign: { key, origin: "https://cdn.example.com" } };
  writeFileSync(file, readFileSync(file, "utf8").replace("fedseal({})", `fedseal(${JSON.stringify(sign)})`));
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  expect(filesOf(join(root, "dist"))).toContain("mf-manifest.json.sig");
});

test("files of an earlier build are named, and not sealed", () => {
  const root = project(VITE, { build: { emptyOutDir: false } });
  const dist = join(root, "dist");
  expect(build(root).status).toBe(0);
  const word = fileOf(dist, "word");
  writeFileSync(join(root, "word.js"), 'export const word = "changed";\n');
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  expect(printed).toContain("warning[federation/output-not-cleaned]");
  expect(printed).toContain("Set `build.emptyOutDir: true`");
  const names = Object.keys(manifestOf(dist).integrity);
  expect(names).not.toContain(word);
  expect(existsSync(join(dist, word))).toBe(true);
  expect(names).toContain(fileOf(dist, "word"));
});

test("files of the public folder are sealed, too, however old", () => {
  const root = project(VITE);
  mkdirSync(join(root, "public"));
  writeFileSync(join(root, "public/legacy.js"), "globalThis.legacy = 1;");
  utimesSync(join(root, "public/legacy.js"), 1, 1);
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  expect(wrong(join(root, "dist"))).toEqual([]);
  expect(manifestOf(join(root, "dist")).integrity["legacy.js"]).toBeDefined();
});

test("a build for servers writes into the output for pages, which is sealed again", () => {
  const root = project(VITE);
  const file = join(root, "vite.config.js");
  const environments = `builder: {}, environments: {
    client: { build: { outDir: "dist/client" } },
    ssr: { build: { outDir: "dist/server", rollupOptions: { input: "./Panel.js" } } },
  },`;
  writeFileSync(file, readFileSync(file, "utf8").replace("  build:", `  ${environments}\n  build:`));
  const { status, printed } = build(root, "--app");
  expect(status, printed).toBe(0);
  expect(printed.match(/fedseal: sealed .*/g)).toHaveLength(2);
  const client = join(root, "dist/client");
  expect(wrong(client)).toEqual([]);
  expect(manifestOf(client).metaData.ssrRemoteEntry).toMatchObject({
    name: "remoteEntry.ssr.js",
    integrity: expect.stringMatching(/^sha384-/),
  });
});

test("an output inside another one is an output of its own", () => {
  const root = project(VITE);
  const file = join(root, "vite.config.js");
  const environments = `builder: {}, environments: {
    client: { build: { outDir: "dist", emptyOutDir: false } },
    ssr: { build: { outDir: "dist/server", rollupOptions: { input: "./Panel.js" } } },
  },`;
  writeFileSync(file, readFileSync(file, "utf8").replace("  build:", `  ${environments}\n  build:`));
  mkdirSync(join(root, "dist/server"), { recursive: true });
  writeFileSync(join(root, "dist/server/old.js"), "globalThis.old = 1;");
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  expect(printed).not.toContain("warning[");
  expect(Object.keys(manifestOf(join(root, "dist")).integrity).filter((name) => name.startsWith("server/"))).toEqual(
    [],
  );
});

test("a build for servers seals again what was sealed, and nothing else", () => {
  const root = project(VITE, { build: { emptyOutDir: false } });
  const dist = join(root, "dist");
  const forServers = () => build(root, "--ssr", "Panel.js");
  expect(build(root).status).toBe(0);
  writeFileSync(join(dist, "old.js"), "globalThis.old = 1;");
  const { status, printed } = forServers();
  expect(status, printed).toBe(0);
  expect(Object.keys(manifestOf(dist).integrity)).not.toContain("old.js");
  writeFileSync(join(dist, "remoteEntry.js"), "globalThis.evil = 1;");
  const changed = forServers();
  expect(changed.status).toBe(1);
  expect(changed.printed).toContain("error[integrity/drift]: remoteEntry.js is not what was sealed");
});

test("a manifest on the disk that is broken is an error of the build for servers", () => {
  const root = project(VITE, { build: { emptyOutDir: false } });
  expect(build(root).status).toBe(0);
  writeFileSync(join(root, "dist/mf-manifest.json"), "{");
  const { status, printed } = build(root, "--ssr", "Panel.js");
  expect(status, printed).toBe(1);
  expect(printed).toContain("error[manifest/invalid-json]");
});

test("an output that cannot be made is told by Vite alone, and nothing is sealed", () => {
  const root = project(VITE);
  const file = join(root, "vite.config.js");
  const outputs = 'build: { rollupOptions: { output: [{ format: "es" }, { format: "umd", dir: "dist/umd" }] },';
  writeFileSync(file, readFileSync(file, "utf8").replace("build: {", outputs));
  const { status, printed } = build(root);
  expect(status, printed).toBe(1);
  expect(printed).not.toMatch(/fedseal: sealed|error\[/);
  expect(existsSync(join(root, "dist/mf-manifest.json"))).toBe(false);
});

test("several outputs in one folder, and in several", () => {
  const both = project(VITE);
  const file = join(both, "vite.config.js");
  const text = readFileSync(file, "utf8");
  const outputs = (list: object[]) =>
    writeFileSync(file, text.replace("build: {", `build: { rollupOptions: { output: ${JSON.stringify(list)} },`));
  outputs(["x", "y"].map((name) => ({ entryFileNames: `${name}/[name].js`, chunkFileNames: `${name}/[name].js` })));
  const one = build(both);
  expect(one.status, one.printed).toBe(0);
  expect(one.printed).not.toContain("warning[");
  expect(wrong(join(both, "dist"))).toEqual([]);
  outputs([{ dir: "dist/a" }, { dir: "dist/b" }]);
  const two = build(both);
  expect(two.status, two.printed).toBe(0);
  expect(two.printed.match(/fedseal: sealed/g)).toHaveLength(2);
  for (const name of ["a", "b"]) expect(Object.keys(manifestOf(join(both, "dist", name)).integrity)).not.toEqual([]);
});

test("a signature of the manifest before is named", () => {
  const root = project(VITE, { build: { emptyOutDir: false } });
  expect(build(root).status).toBe(0);
  writeFileSync(join(root, "dist/mf-manifest.json.sig"), "{}");
  const { printed } = build(root);
  expect(printed).toContain("warning[federation/output-not-cleaned]");
  expect(printed).toContain("mf-manifest.json.sig");
});

test("a second fedseal() with other options is an error", () => {
  const root = project(VITE, { plugins: "fedseal({ algorithm: 'sha512' })," });
  const { status, printed } = build(root);
  expect(status, printed).toBe(1);
  expect(printed).toContain('options.algorithm is "sha512" and not set');
});

test("a second fedseal() is named, and does nothing", () => {
  const root = project(VITE, { plugins: "fedseal({})," });
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  expect(printed).toContain("this configuration has a second fedseal(), which has nothing to do: keep one");
  expect(printed.match(/fedseal: sealed/g)).toHaveLength(1);
});

const HOST = {
  name: "shell",
  remotes: { shop: { type: "module", name: "shop", entry: "https://cdn.example/shop/mf-manifest.json" } },
};

describe.each(PRODUCERS)("a host of $plugin on Vite $vite", (producer) => {
  const codeOf = (root: string) => {
    const scripts = filesOf(join(root, "dist")).filter((name) => name.endsWith(".js"));
    return scripts.map((name) => readFileSync(join(root, "dist", name), "utf8")).join("");
  };
  const count = (root: string) => codeOf(root).match(/unsealed: \{"shop":"block"\}|"?unsealed"?: ?\{/g)?.length ?? 0;

  test("has fedseal's runtime plugin, once, with its options", () => {
    const root = project(producer, { federation: HOST, fedseal: { enforce: { unsealed: { shop: "block" } } } });
    const { status, printed } = build(root);
    expect(status, printed).toBe(0);
    expect(codeOf(root)).toContain("ERR_FEDSEAL_UNSEALED");
    expect(count(root)).toBe(1);
  });

  test("has it once where it was put there by hand, with the options given there", () => {
    const runtimePlugins = [["@fedseal/runtime/plugin", { unsealed: { shop: "block" } }]];
    const root = project(producer, { federation: { ...HOST, runtimePlugins } });
    const { status, printed } = build(root);
    expect(status, printed).toBe(0);
    expect(codeOf(root)).toContain("ERR_FEDSEAL_UNSEALED");
    expect(codeOf(root)).not.toContain('unsealed: "warn"');
  });

  test("has it not where nothing is enforced", () => {
    const root = project(producer, { federation: HOST, fedseal: { enforce: false } });
    const { status, printed } = build(root);
    expect(status, printed).toBe(0);
    expect(codeOf(root)).not.toContain("ERR_FEDSEAL_UNSEALED");
  });

  test("is an error where something takes it out again", () => {
    const root = project(producer, {
      federation: HOST,
      plugins: `{ name: "out", enforce: "pre", load: (id) => id.includes("fedseal/host") ? "export default () => ({ name: 'none' })" : null },`,
    });
    const { status, printed } = build(root);
    expect(status, printed).toBe(1);
    expect(printed).toContain("error[enforce/host-not-wired]");
  });
});

describe("what is wrong is said, and nothing is sealed", () => {
  const refused = (setup: Parameters<typeof project>[1]) => {
    const root = project(VITE, setup);
    const { status, printed } = build(root);
    expect(status, printed).toBe(1);
    expect(printed).not.toContain("fedseal: sealed");
    expect(existsSync(join(root, "dist/mf-manifest.json"))).toBe(false);
    return printed;
  };

  test("a remote without a manifest", () => {
    const printed = refused({ federation: { ...REMOTE, manifest: false } });
    expect(printed).toContain("error[manifest/missing]: the federation plugin of shop writes no manifest");
    expect(printed).toContain("`manifest: true`");
  });

  test("no federation plugin", () => {
    const root = project(VITE);
    const file = join(root, "vite.config.js");
    writeFileSync(file, readFileSync(file, "utf8").replace(/federation\(\{.*?\}\), /, ""));
    const { status, printed } = build(root);
    expect(status, printed).toBe(1);
    expect(printed).toContain("error[manifest/missing]: fedseal finds no federation plugin in this configuration");
  });

  test("a manifest that another plugin takes out", () => {
    const printed = refused({
      plugins: `{ name: "out", enforce: "post", generateBundle(_, bundle) { delete bundle["mf-manifest.json"]; } },`,
    });
    expect(printed).toContain("error[manifest/missing]: mf-manifest.json is not part of this build");
  });

  test("a manifest that another plugin breaks", () => {
    const printed = refused({
      plugins: `{ name: "out", enforce: "post", generateBundle(_, bundle) { bundle["mf-manifest.json"].source = "{"; } },`,
    });
    expect(printed).toContain("error[manifest/invalid-json]");
  });

  test("an option that Vite has no use for", () => {
    expect(refused({ fedseal: { verify: true } })).toContain("options.verify is not an option here; leave it out.");
  });

  test("an option that is none", () => {
    expect(refused({ fedseal: { algoritm: "sha256" } })).toContain("algoritm");
  });

  test("a name that belongs to no remote", () => {
    const federation = {
      ...REMOTE,
      remotes: { cart: { type: "module", name: "cart", entry: "https://a.example/m.json" } },
    };
    const printed = refused({ federation, fedseal: { enforce: { unsealed: { card: "block" } } } });
    expect(printed).toContain("error[enforce/unknown-remote]");
    expect(printed).toContain("cart");
  });

  test("a key that is not there", () => {
    const printed = refused({ fedseal: { sign: { key: "none.jwk", origin: "https://cdn.example.com" } } });
    expect(printed).toContain("none.jwk");
  });
});

test("it is a plugin by the types of both versions of Vite", () => {
  const plugin = vitePlugin();
  const [eight, seven]: [PluginOption, PluginOption7] = [plugin, plugin];
  expect([eight, seven]).toMatchObject([{ name: "fedseal" }, { name: "fedseal" }]);
});

test("switched off, it does nothing", () => {
  const root = project(VITE, { fedseal: { enabled: false } });
  const { status, printed } = build(root);
  expect(status, printed).toBe(0);
  expect(printed).not.toContain("fedseal:");
  expect(manifestOf(join(root, "dist")).integrity).toBeUndefined();
});
