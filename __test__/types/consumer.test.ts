import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { runTsc } from "../../npm/fedseal/dist/contract/extract/run-tsc.js";
import { folder } from "../scratch.ts";

/** A project that has installed the packages as they are published, and lets its compiler check their types, too. */

const root = join(import.meta.dirname, "../..");
const PACKAGES = ["binding", "runtime", "fedseal"];
/** Packages that a consumer may have, and may not. */
const BUNDLERS = ["webpack", "@rspack/core"];
const NODE = ["@types/node", "undici-types"];

const TYPESCRIPTS = ["typescript-5.6", "typescript", "typescript-7"];
const MODULES: Record<string, { type: string; module: string; moduleResolution: string }> = {
  "node16, CommonJS": { type: "commonjs", module: "node16", moduleResolution: "node16" },
  "node16, ESM": { type: "module", module: "node16", moduleResolution: "node16" },
  "nodenext, CommonJS": { type: "commonjs", module: "nodenext", moduleResolution: "nodenext" },
  "nodenext, ESM": { type: "module", module: "nodenext", moduleResolution: "nodenext" },
  bundler: { type: "module", module: "esnext", moduleResolution: "bundler" },
};

const projects = new Map<string, { dir: string; imports: string }>();

beforeAll(() => {
  const packs = folder();
  for (const name of PACKAGES) {
    const { status, stderr } = spawnSync("npm", ["pack", "--silent", "--pack-destination", packs], {
      cwd: join(root, "npm", name),
      encoding: "utf8",
    });
    expect(status, stderr).toBe(0);
  }
  for (const hasNode of [true, false]) {
    for (const hasBundlers of [true, false]) {
      const dir = folder();
      const entries: string[] = [];
      for (const pack of readdirSync(packs)) {
        const at = join(dir, "node_modules", pack);
        mkdirSync(at, { recursive: true });
        spawnSync("tar", ["xzf", join(packs, pack), "-C", at, "--strip-components", "1"]);
        const { name, exports } = JSON.parse(readFileSync(join(at, "package.json"), "utf8"));
        mkdirSync(dirname(join(dir, "node_modules", name)), { recursive: true });
        symlinkSync(at, join(dir, "node_modules", name), "dir");
        for (const key of Object.keys(exports)) if (!key.endsWith(".json")) entries.push(name + key.slice(1));
      }
      // Its dependencies lie beside it, and not in the folder above that tests share.
      for (const name of [...(hasNode ? NODE : []), ...(hasBundlers ? BUNDLERS : [])]) {
        mkdirSync(dirname(join(dir, "node_modules", name)), { recursive: true });
        symlinkSync(join(root, "node_modules", name), join(dir, "node_modules", name), "dir");
      }
      const imports = entries
        .map((name, index) => `export * as entry${index} from ${JSON.stringify(name)};`)
        .join("\n");
      projects.set(`${hasNode} ${hasBundlers}`, { dir, imports });
    }
  }
});

/** What a compiler says of a project, with its settings and this text. */
async function check(
  { dir }: { dir: string },
  typescript: string,
  { type, ...options }: Record<string, unknown>,
  text: string,
): Promise<string> {
  // Side by side: what is checked at the same time shares nothing but the packages.
  const at = folder(dir);
  writeFileSync(join(at, "package.json"), JSON.stringify({ name: "consumer", type }));
  writeFileSync(join(at, "index.ts"), text);
  const compilerOptions = { noEmit: true, strict: true, target: "es2022", skipLibCheck: false, ...options };
  writeFileSync(join(at, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["index.ts"] }));
  const bin = join(root, "node_modules", typescript, "bin/tsc");
  // One after the other in a TypeScript that stays loaded.
  const { output, code } = await runTsc({ bin, version: typescript }, ["-p", at, "--pretty", "false"], at, undefined);
  return code === 0 && output === "" ? "" : `${code}: ${output}`;
}

function projectOf(hasNode: boolean, hasBundlers = false) {
  const found = projects.get(`${hasNode} ${hasBundlers}`);
  if (!found) throw new Error("no such project");
  return found;
}

/** CommonJS of these versions may import no ES module by its name, and then asks for `import()`. */
const dynamic = (imports: string) =>
  imports.replaceAll(/export \* as (\w+) from (".*");/g, "export const $1 = import($2);");

describe.each(TYPESCRIPTS)("%s", (typescript) => {
  test.each(Object.keys(MODULES))("%s: every entry, with and without Node's types", async (name) => {
    const { type = "", ...options } = MODULES[name] ?? {};
    for (const hasNode of [true, false]) {
      const project = projectOf(hasNode);
      const text = type === "commonjs" ? dynamic(project.imports) : project.imports;
      expect(project.imports.split("\n").length).toBeGreaterThanOrEqual(7);
      const types = hasNode ? ["node"] : [];
      expect(await check(project, typescript, { type, ...options, types }, text)).toBe("");
    }
  });

  test("a server's project, without the DOM: every entry, with and without Node's types", async () => {
    const options = { ...MODULES["nodenext, ESM"], lib: ["es2022"] };
    for (const hasNode of [true, false]) {
      const project = projectOf(hasNode);
      const types = hasNode ? ["node"] : [];
      expect(await check(project, typescript, { ...options, types }, project.imports)).toBe("");
    }
  });

  test("the plugin fits the bundlers' own types", async () => {
    const text = `import { FedsealPlugin } from "fedseal";
      import type { Configuration as Rspack } from "@rspack/core";
      import type { Configuration as Webpack } from "webpack";
      export const onRspack: Rspack = { plugins: [new FedsealPlugin({ contract: true })] };
      export const onWebpack: Webpack = { plugins: [new FedsealPlugin({ entries: "string" })] };`;
    // The bundlers' types need it themselves, and do not all pass.
    const options = { ...MODULES["nodenext, ESM"], types: ["node"], skipLibCheck: true };
    expect(await check(projectOf(true, true), typescript, options, text)).toBe("");
  });

  test("a mistake is one", async () => {
    const options = { ...MODULES["nodenext, ESM"], types: [] };
    const text = 'import { FedsealPlugin } from "fedseal";\nnew FedsealPlugin({ algorithm: "md5" });\n';
    expect(await check(projectOf(false), typescript, options, text)).toContain("TS2322");
    const any =
      'import { type Extracted } from "@fedseal/binding";\nexport const x = ({ pending, externals }: Extracted): number => pending[0]!.file + externals[0]!.name;\n';
    expect(await check(projectOf(false), typescript, options, any)).toContain("TS2322");
  });
});
