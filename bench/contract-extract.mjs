// One extraction, in a process of its own: bench/contract.mjs starts and measures it.
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, relative } from "node:path";

const { way, dir, exposes, output } = JSON.parse(process.argv[2]);
if (way === "contract") await fedseal();
else await dtsPlugin();

async function fedseal() {
  const { extract } = await import("../npm/fedseal/dist/contract/extract/extract.js");
  const { writeContract } = await import("../npm/fedseal/dist/contract/contract.js");
  const { contract, diagnostics } = await extract({
    root: dir,
    remote: "bench",
    profile: "standard",
    exposes: Object.entries(exposes).map(([key, source]) => ({ key, source })),
  });
  if (!contract || diagnostics.length > 0) throw new Error(`no contract: ${diagnostics[0]?.message}`);
  writeFileSync(join(output, "mf-contract.json"), writeContract(contract));
}

/** What the plugin does in a production build. */
async function dtsPlugin() {
  // It is a dependency of @module-federation/enhanced, not of this repository.
  const require = createRequire(createRequire(import.meta.url).resolve("@module-federation/enhanced"));
  const {
    generateTypesAPI,
    normalizeDtsOptions,
    normalizeGenerateTypesOptions,
  } = require("@module-federation/dts-plugin");
  const pluginOptions = {
    name: "bench",
    filename: "remoteEntry.js",
    exposes,
    dts: { generateTypes: { compileInChildProcess: false, generateAPITypes: true, abortOnError: true } },
  };
  const dtsOptions = normalizeDtsOptions(pluginOptions, dir);
  const outputDir = relative(dir, output);
  const dtsManagerOptions = normalizeGenerateTypesOptions({ context: dir, outputDir, dtsOptions, pluginOptions });
  await generateTypesAPI({ dtsManagerOptions });
}
