// `fedseal check` with every area on, beside `fedseal verify` of the same folder, and how long each area takes.
import { createHash } from "node:crypto";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { main } from "../npm/fedseal/dist/cli/main.js";
import { fill, generator, sizes } from "./data.mjs";
import { interleave, runChild } from "./measure.mjs";

const VARIANTS = [
  { name: "`fedseal verify`", args: ["verify", "dist"] },
  { name: "`fedseal check`", args: ["check"] },
  { name: "`fedseal check --output html=…`", args: ["check", "--output", "html=../check.html"] },
];
const AREAS = ["integrity", "contract", "cache", "serve", "csp", "shared", "federation"];

/** Two tables out of the same runs: the whole processes, and the areas of the check. */
export async function checking({ out, scale, rounds }) {
  const dir = join(out, "project");
  const { files, bytes } = await makeProject(dir, scale);
  const measure = ({ args }) => runChild(join(import.meta.dirname, "check.mjs"), { args, dir }, out);
  // Once without counting: reads every file into the page cache.
  for (const variant of VARIANTS) await measure(variant);
  const rows = await interleave("Checking a folder", VARIANTS, rounds, measure);
  const [, { samples }] = rows;
  const areas = AREAS.map((name) => ({ name, samples: samples.map((sample) => sample.areas[name]) }));
  const note =
    `${files.toLocaleString("en")} files, ${Math.round(bytes / 1024 / 1024)} MiB, all in the page cache, each with a hash in ` +
    "its name; a contract that did not change, headers of Netlify, a policy, shared packages.";
  return [
    { heading: "Checking a folder: the whole process", note, rows },
    { heading: "Checking a folder: where the time goes", note: "The areas of the second row above.", rows: areas },
  ];
}

/** A built remote with all that a check looks at, sealed. */
async function makeProject(dir, scale) {
  const random = generator(3);
  const all = sizes(random, Math.max(20, Math.round(6000 * scale)), 304 * 1024 * 1024 * scale);
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, "dist/chunks"), { recursive: true });
  const names = all.map((size, index) => {
    // ASCII, as minimizers write it.
    const content = fill(random, Buffer.alloc(Math.ceil((size * 3) / 4)))
      .toString("base64url")
      .slice(0, size);
    const hash = createHash("sha256").update(content).digest("hex").slice(0, 16);
    const name = index === 0 ? "remoteEntry.js" : `chunks/${index}.${hash}.js`;
    writeFileSync(join(dir, "dist", name), content);
    return name;
  });
  const json = (name, value) => writeFileSync(join(dir, name), JSON.stringify(value, null, 2));
  json("dist/mf-manifest.json", manifestOf(names));
  json("package.json", { name: "bench", version: "1.0.0", type: "module" });
  json("tsconfig.json", { compilerOptions: { strict: true, isolatedDeclarations: true, declaration: true } });
  writeFileSync(
    join(dir, "app.ts"),
    "export interface Props {\n  name: string;\n}\nexport declare function App(props: Props): string;\n",
  );
  writeFileSync(join(dir, "netlify.toml"), "");
  writeFileSync(join(dir, "dist/404.html"), "");
  const entries = ["mf-manifest.json", "remoteEntry.js", "404.html"];
  const rules = entries.map((name) => `/${name}\n  Cache-Control: no-cache\n`);
  const year = "public, max-age=31536000, immutable";
  writeFileSync(join(dir, "dist/_headers"), [`/chunks/*\n  Cache-Control: ${year}\n`, ...rules].join(""));
  const origin = "https://cdn.example.com";
  writeFileSync(join(dir, "policy.txt"), `default-src 'self' ${origin}; object-src 'none'; base-uri 'none'\n`);
  json("fedseal.config.json", {
    contract: { package: "./contracts" },
    cache: { platform: "netlify" },
    csp: { policy: "policy.txt", page: "https://app.example.com/", origin: `${origin}/` },
    shared: { facts: { bench: { eager: false, singleton: true } } },
  });
  const before = process.cwd();
  process.chdir(dir);
  try {
    const extract = ["--remote", "bench", "--expose", "./App=app.ts", "--out", "dist/mf-contract.json"];
    await run(["contract", "extract", ...extract]);
    await run(["contract", "generate", "dist/mf-contract.json", "--out", "contracts"]);
    await run(["seal", "dist"]);
  } finally {
    process.chdir(before);
  }
  return { files: names.length, bytes: all.reduce((sum, size) => sum + size, 0) };
}

async function run(args) {
  const code = await main(args);
  if (code !== 0) throw new Error(`fedseal ${args.join(" ")}: exit code ${code}`);
}

function manifestOf(names) {
  const [first, ...others] = names.filter((name) => name.startsWith("chunks/"));
  const css = { sync: [], async: [] };
  const assets = { js: { sync: [first], async: others }, css };
  const shared = { id: "bench:react", name: "react", version: "19.1.0", singleton: true, requiredVersion: "^19.0.0" };
  return {
    id: "bench",
    name: "bench",
    metaData: {
      name: "bench",
      buildInfo: { buildVersion: "1.0.0" },
      remoteEntry: { name: "remoteEntry.js", path: "", type: "global" },
      publicPath: "auto",
    },
    shared: [{ ...shared, assets: { js: { sync: [], async: [] }, css } }],
    remotes: [],
    exposes: [{ id: "bench:App", name: "App", path: "./App", assets }],
  };
}
