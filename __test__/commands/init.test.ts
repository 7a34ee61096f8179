import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { fedseal, output } from "./fedseal.ts";

/** `fedseal init` in projects of several kinds. */

const ROOT = join(import.meta.dirname, "../..");

function project(files: Record<string, string>): string {
  const { dir } = output();
  for (const [name, text] of Object.entries({ "package.json": '{ "name": "shop" }', ...files })) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
  return dir;
}

const read = (dir: string, file: string) => readFileSync(join(dir, file), "utf8");

const RSPACK = `import { rspack } from "@rspack/core";
import { ModuleFederationPlugin } from "@module-federation/enhanced/rspack";

export default {
  output: { path: new URL("build", import.meta.url).pathname },
  plugins: [
    new ModuleFederationPlugin({
      name: "shop",
      exposes: { "./Button": "./src/Button.js" },
      remotes: {
        cart: "cart@https://cdn.example.com/cart/mf-manifest.json",
        local: "local@http://localhost:3001/mf-manifest.json",
      },
    }),
    new rspack.HtmlRspackPlugin(),
  ],
};
`;

const WEBPACK = `"use strict";
const path = require("node:path");
const { ModuleFederationPlugin } = require("@module-federation/enhanced/webpack");

module.exports = {
  output: { path: path.resolve(__dirname, "public") },
  plugins: [new ModuleFederationPlugin({ name: "shell", remotes: {} })],
};
`;

const VITE = `import { federation } from "@module-federation/vite";

const other = { name: "other" };

export default {
  build: { outDir: "build" },
  plugins: [
    federation({
      name: "shop",
      filename: "remoteEntry.js",
      manifest: true,
      dts: false,
      exposes: { "./Button": "./src/Button.js" },
      shared: { react: { singleton: true } },
    }),
    other,
  ],
};
`;

const RSBUILD = `import { pluginModuleFederation } from "@module-federation/rsbuild-plugin";
import { defineConfig } from "@rsbuild/core";

export default defineConfig({
  output: { distPath: { root: "build" } },
  plugins: [
    pluginModuleFederation({ name: "shop", exposes: { "./Button": "./src/Button.js" } }),
  ],
});
`;

describe("fedseal init", () => {
  test("asks before it writes; without a terminal it writes nothing", () => {
    const dir = project({ "rspack.config.mjs": RSPACK, ".github/workflows/ci.yml": "" });
    const { status, stdout } = fedseal(dir, "init");
    expect(status).toBe(2);
    expect(stdout).toMatchSnapshot();
    expect(readdirSync(dir).sort()).toEqual([".github", "dist", "package.json", "rspack.config.mjs"]);
    expect(read(dir, "rspack.config.mjs")).toBe(RSPACK);
  });

  test("--yes writes what it showed: configuration, plugin line and pipeline", () => {
    const dir = project({ "rspack.config.mjs": RSPACK, ".github/workflows/ci.yml": "", "package-lock.json": "{}" });
    expect(fedseal(dir, "init", "--yes").status).toBe(0);
    expect(JSON.parse(read(dir, "fedseal.config.json"))).toEqual({
      $schema: "./node_modules/fedseal/fedseal.config.schema.json",
      targets: ["build", "https://cdn.example.com/cart/mf-manifest.json"],
    });
    const edited = read(dir, "rspack.config.mjs");
    expect(edited).toContain('import { FedsealPlugin } from "fedseal";\n\nexport default');
    expect(edited).toContain("    }),\n    new FedsealPlugin(),\n    new rspack.HtmlRspackPlugin(),");
    const workflow = read(dir, ".github/workflows/fedseal.yml");
    expect(workflow).toContain(
      "      - run: npm ci\n      - run: npm run build\n      - run: npx fedseal check --base origin/",
    );
    // A second run finds the configuration and changes nothing.
    const again = fedseal(dir, "init", "--yes");
    expect(again).toMatchObject({
      status: 0,
      stdout:
        "fedseal: fedseal.config.json is there already; nothing was changed. `--ci` writes the step of a pipeline\n",
    });
    expect(read(dir, "rspack.config.mjs")).toBe(edited);
  });

  test("CommonJS, with a plugin list on one line", () => {
    const dir = project({ "webpack.config.js": WEBPACK, "pnpm-lock.yaml": "", ".gitlab-ci.yml": "build:\n" });
    expect(fedseal(dir, "init", "-y").status).toBe(0);
    const edited = read(dir, "webpack.config.js");
    expect(edited).toContain('enhanced/webpack");\nconst { FedsealPlugin } = require("fedseal");\n');
    expect(edited).toContain("remotes: {} }), new FedsealPlugin()],");
    expect(JSON.parse(read(dir, "fedseal.config.json")).targets).toEqual(["public"]);
    expect(read(dir, ".gitlab/fedseal.yml")).toContain("    - pnpm exec fedseal check");
    expect(read(dir, ".gitlab-ci.yml")).toBe("build:\n");
  });

  test("Rsbuild", () => {
    const dir = project({ "rsbuild.config.ts": RSBUILD });
    const { status, stdout } = fedseal(dir, "init", "-y");
    expect(status).toBe(0);
    expect(stdout).toContain(
      "pluginModuleFederation, exposes modules, remotes: none written there, has no pluginFedseal",
    );
    expect(stdout).not.toContain("rsbuild.config.ts: add");
    const edited = read(dir, "rsbuild.config.ts");
    expect(edited).toContain('rsbuild/core";\nimport { pluginFedseal } from "fedseal/rsbuild";\n\nexport');
    expect(edited).toContain('"./src/Button.js" } }),\n    pluginFedseal(),\n  ],');
    expect(JSON.parse(read(dir, "fedseal.config.json")).targets).toEqual(["build"]);
    const again = project({ "rsbuild.config.ts": edited });
    expect(fedseal(again, "init", "-y").stdout).toContain("has pluginFedseal");
    expect(read(again, "rsbuild.config.ts")).toBe(edited);
  });

  test.each([
    ["{ tools: { TOOLS } }", "{ plugins: [pluginFedseal()], tools: { TOOLS } }"],
    ["{\n  tools: { TOOLS },\n}", "{\n  plugins: [pluginFedseal()],\n  tools: { TOOLS },\n}"],
    ["{ plugins: [], tools: { TOOLS } }", "{ plugins: [pluginFedseal()], tools: { TOOLS } }"],
    [
      "{ plugins: [pluginReact()], tools: { TOOLS } }",
      "{ plugins: [pluginReact(), pluginFedseal()], tools: { TOOLS } }",
    ],
    [
      "{ environments: { web: { tools: { TOOLS } }, node: {} } }",
      "{ environments: { web: { plugins: [pluginFedseal()], tools: { TOOLS } }, node: {} } }",
    ],
  ])("Rspack's own plugin in Rsbuild: %j", (before, after) => {
    const tools = "rspack: { plugins: [new rspack.container.ModuleFederationPlugin({ name: 'shop' })] }";
    const dir = project({ "rsbuild.config.mjs": `export default ${before.replace("TOOLS", tools)};\n` });
    expect(fedseal(dir, "init", "-y").status).toBe(0);
    expect(read(dir, "rsbuild.config.mjs")).toBe(
      `import { pluginFedseal } from "fedseal/rsbuild";\nexport default ${after.replace("TOOLS", tools)};\n`,
    );
  });

  test("a real build of Rsbuild with what it wrote is sealed and passes its own check", () => {
    const dir = project({
      "package.json": '{ "name": "shop", "version": "1.0.0", "type": "module" }',
      "src/Button.js": "export default 'button';\n",
      "src/index.js": "export {};\n",
      "rsbuild.config.ts": RSBUILD.replace("exposes:", "dts: false, exposes:"),
    });
    symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"));
    expect(fedseal(dir, "init", "-y").status).toBe(0);
    const rsbuild = join(ROOT, "node_modules/@rsbuild/core/bin/rsbuild.js");
    const built = spawnSync(process.execPath, [rsbuild, "build"], { cwd: dir, encoding: "utf8" });
    expect([built.status, built.stdout]).toEqual([0, expect.stringContaining("fedseal: sealed ")]);
    const checked = fedseal(dir, "check");
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("nothing found in integrity")]);
  });

  test("a real build of Vite with what it wrote is sealed and passes its own check", () => {
    const dir = project({
      "package.json": '{ "name": "shop", "version": "1.0.0", "type": "module" }',
      "src/Button.js": "import { version } from 'react';\nexport default version;\n",
      "index.html": "<title>shop</title>",
      "vite.config.ts": VITE,
    });
    symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"));
    const { stdout } = fedseal(dir, "init", "-y");
    expect(stdout).not.toContain("vite.config.ts: add");
    const edited = read(dir, "vite.config.ts");
    expect(edited).toContain('from "@module-federation/vite";\nimport { fedseal } from "fedseal/vite";\n\nconst');
    expect(edited).toContain("    other,\n    fedseal(),\n  ],");
    const { VITEST, NODE_ENV, ...env } = process.env;
    const vite = join(ROOT, "node_modules/vite/bin/vite.js");
    const built = spawnSync(process.execPath, [vite, "build"], { cwd: dir, encoding: "utf8", env });
    expect([built.status, built.stdout]).toEqual([0, expect.stringContaining("fedseal: sealed ")]);
    const checked = fedseal(dir, "check");
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("nothing found in integrity")]);
    const again = project({ "vite.config.ts": edited });
    expect(fedseal(again, "init", "-y").stdout).toContain("has fedseal/vite");
  });

  test.each<[string, string, string]>([
    [
      "a plugin that is pushed",
      "webpack.config.js",
      "module.exports = (c) => { c.plugins.push(new ModuleFederationPlugin({})); };",
    ],
    [
      "two plugins",
      "rspack.config.ts",
      "export default [{ plugins: [new ModuleFederationPlugin({})] }, { plugins: [new ModuleFederationPlugin({})] }];",
    ],
    [
      "a plugin that Rsbuild is given by a function",
      "rsbuild.config.ts",
      "export default { tools: { rspack: (c) => { c.plugins.push(new ModuleFederationPlugin({})); } } };",
    ],
    [
      "a list of Rsbuild that is made elsewhere",
      "rsbuild.config.ts",
      "export default { plugins, tools: { rspack: { plugins: [new ModuleFederationPlugin({})] } } };",
    ],
    [
      "a list of Vite that is made elsewhere",
      "vite.config.ts",
      "const shop = federation({ name: 'shop' });\nexport default { plugins: [shop] };",
    ],
  ])("%s is left to its author", (_, file, text) => {
    const dir = project({ [file]: text });
    const { status, stdout } = fedseal(dir, "init", "-y");
    expect(status).toBe(0);
    expect(stdout).toContain(`To do by hand:\n  - ${file}: `);
    expect(read(dir, file)).toBe(text);
    expect(existsSync(join(dir, "fedseal.config.json"))).toBe(true);
  });

  test("a build that has the plugin already, and one without Module Federation", () => {
    const sealed = RSPACK.replace("new rspack.Html", "new FedsealPlugin(), new rspack.Html");
    const dir = project({ "rspack.config.mjs": sealed, "vite.config.ts": "export default {};" });
    const { stdout } = fedseal(dir, "init", "-y");
    expect(stdout).toContain("has FedsealPlugin");
    expect(stdout).toContain("vite.config.ts: no Module Federation plugin");
    expect(read(dir, "rspack.config.mjs")).toBe(sealed);
  });

  test.each([
    ['require("path").join(__dirname, "a", "b")', "a/b", false],
    ['fileURLToPath(new URL("./out/", import.meta.url))', "out", false],
    ["process.env.OUT", "dist", true],
  ])("output: %s", (path, output, isUnknown) => {
    const text = `export default { output: { path: ${path} }, plugins: [new ModuleFederationPlugin({})] };`;
    const dir = project({ "rspack.config.ts": text });
    const { stdout } = fedseal(dir, "init", "-y");
    expect(JSON.parse(read(dir, "fedseal.config.json")).targets).toEqual([output]);
    expect(stdout.includes("put the output folder of rspack.config.ts in place of")).toBe(isUnknown);
  });

  test.each([
    ["package.json", { "package.json": '{ "workspaces": ["apps/*", "!apps/old"] }' }],
    ["pnpm-workspace.yaml", { "pnpm-workspace.yaml": 'packages:\n  # all\n  - "apps/*"\n  - "!apps/old"\n' }],
  ])("workspaces of %s", (_, files) => {
    const dir = project({
      ...files,
      "apps/shop/package.json": "{}",
      "apps/shop/rspack.config.mjs": RSPACK,
      "apps/shell/package.json": "{}",
      "apps/shell/webpack.config.js": WEBPACK,
      "apps/old/package.json": "{}",
      "apps/old/webpack.config.js": WEBPACK,
    });
    expect(fedseal(dir, "init", "-y").status).toBe(0);
    expect(JSON.parse(read(dir, "fedseal.config.json")).targets).toEqual([
      "apps/shell/public",
      "apps/shop/build",
      "https://cdn.example.com/cart/mf-manifest.json",
    ]);
    expect(read(dir, "apps/shop/rspack.config.mjs")).toContain("new FedsealPlugin()");
    expect(read(dir, "apps/old/webpack.config.js")).toBe(WEBPACK);
  });

  test("an empty folder, and every kind of pipeline", () => {
    const dir = project({});
    const { status, stdout } = fedseal(dir, "init", "-y", "--ci", "github", "--ci", "gitlab");
    expect(status).toBe(0);
    expect(stdout).toContain("no configuration of Rspack, Rsbuild, webpack or Vite");
    expect(JSON.parse(read(dir, "fedseal.config.json")).targets).toEqual(["dist"]);
    expect(existsSync(join(dir, ".github/workflows/fedseal.yml"))).toBe(true);
    expect(existsSync(join(dir, ".gitlab/fedseal.yml"))).toBe(true);
    expect(fedseal(project({ ".github/x": "" }), "init", "-y", "--ci", "none").stdout).not.toContain("workflows");
    expect(fedseal(project({}), "init", "--ci", "jenkins").stderr).toContain(
      "Allowed choices are github, gitlab, none.",
    );
  });

  test("a step of a pipeline that is asked for later", () => {
    const dir = project({ "rspack.config.mjs": RSPACK });
    const first = fedseal(dir, "init", "-y");
    expect(first.stdout).toContain("`fedseal init --ci github` or `--ci gitlab` writes one");
    const before = read(dir, "fedseal.config.json");
    const later = fedseal(dir, "init", "-y", "--ci", "gitlab");
    expect(later).toMatchObject({ status: 0, stderr: "" });
    expect(later.stdout).toContain("fedseal: wrote .gitlab/fedseal.yml");
    expect(read(dir, "fedseal.config.json")).toBe(before);
    expect(fedseal(dir, "init", "-y", "--ci", "gitlab").stdout).toContain("there is nothing to write");
  });

  test("a configuration of another kind, and two of them", () => {
    const dir = project({ "fedseal.config.ts": "throw new Error('never executed');" });
    expect(fedseal(dir, "init", "-y")).toMatchObject({
      status: 0,
      stdout:
        "fedseal: fedseal.config.ts is there already; nothing was changed. `--ci` writes the step of a pipeline\n",
    });
    writeFileSync(join(dir, "fedseal.config.json"), "{}");
    expect(fedseal(dir, "init", "-y").stdout).toContain("error[config/ambiguous]");
  });

  test("a real build with what it wrote is sealed and passes its own check", () => {
    const dir = project({
      "package.json": '{ "name": "shop", "version": "1.0.0", "type": "module" }',
      "src/Button.js": "export default 'button';\n",
      "src/index.js": "export {};\n",
      "rspack.config.mjs": `import { ModuleFederationPlugin } from "@module-federation/enhanced/rspack";

export default {
  mode: "production",
  entry: "./src/index.js",
  output: { publicPath: "auto", clean: true },
  plugins: [new ModuleFederationPlugin({ name: "shop", exposes: { "./Button": "./src/Button.js" }, dts: false })],
};
`,
    });
    symlinkSync(join(ROOT, "node_modules"), join(dir, "node_modules"));
    expect(fedseal(dir, "init", "-y").status).toBe(0);
    const build = `import config from "./rspack.config.mjs"; import { rspack } from "@rspack/core";
rspack({ context: process.cwd(), ...config }, (error, stats) => {
  if (error || stats.hasErrors()) { console.error(error ?? stats.toString("errors-only")); process.exit(1); }
});`;
    writeFileSync(join(dir, "build.mjs"), build);
    const built = spawnSync(process.execPath, ["build.mjs"], { cwd: dir, encoding: "utf8" });
    expect([built.status, built.stderr]).toEqual([0, expect.stringContaining("fedseal: sealed ")]);
    const checked = fedseal(dir, "check");
    expect([checked.status, checked.stdout]).toEqual([0, expect.stringContaining("nothing found in integrity")]);
  });

  test("what it edits still parses", () => {
    for (const [file, text] of [
      ["rspack.config.mjs", RSPACK],
      ["webpack.config.js", WEBPACK],
      ["rspack.config.ts", `#!/usr/bin/env node\n${RSPACK}`],
      [
        "webpack.config.cjs",
        `/** @type {import("webpack").Configuration} */\nmodule.exports = { plugins: [new ModuleFederationPlugin()] };\n`,
      ],
      ["webpack.config.mjs", "export default { plugins: [\n\tnew container.ModuleFederationPlugin({}) // last\n] };"],
    ] as const) {
      const dir = project({ [file]: text });
      fedseal(dir, "init", "-y");
      const edited = read(dir, file);
      expect(edited.split("FedsealPlugin"), file).toHaveLength(3);
      const { diagnostics } = ts.transpileModule(edited, { reportDiagnostics: true, fileName: file });
      expect(diagnostics, edited).toEqual([]);
      if (text.startsWith("#!")) expect(edited).toMatch(/^#!/);
    }
  });
});
