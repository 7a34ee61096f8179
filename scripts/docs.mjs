// Writes what is made of sources: docs/reference/rules from the rule registry, the JSON Schema of the configuration, the check of
// the plugin's options, and the copies of the pages about errors that the package ships. `npm run ready` fails when the result was not committed.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { explain, rules } from "@fedseal/binding";
import Ajv from "ajv";
import standalone from "ajv/dist/standalone/index.js";
import { schema } from "../npm/fedseal/dist/config/schema.js";
import { schema as options } from "../npm/fedseal/dist/plugin/options-schema.js";
import { root } from "./setup.mjs";

const dir = join(root, "docs/reference/rules");
rmSync(dir, { recursive: true, force: true });
const rows = rules().map(({ id, severity, summary }) => `| [\`${id}\`](${id}.md) | ${severity} | ${summary} |`);
write(
  "README.md",
  `# Rules\n\nMade from the rule registry; do not edit.\n\n| rule | level | what is wrong |\n|---|---|---|\n${rows.join("\n")}`,
);
for (const { id } of rules()) write(`${id}.md`, explain(id));

const home = join(root, "npm/fedseal");
writeFileSync(join(home, "fedseal.config.schema.json"), `${JSON.stringify(schema, null, 2)}\n`);
mkdirSync(join(home, "reference"), { recursive: true });
for (const name of ["errors.md", "request-errors.md"]) {
  copyFileSync(join(root, "docs/reference", name), join(home, "reference", name));
}

// Compiling the schema in every build would take a quarter of a second. Lengths in UTF-16: only emptiness is asked for.
const ajv = new Ajv({
  code: { source: true, esm: true },
  unicode: false,
  logger: false,
  strict: false,
  validateFormats: false,
});
const code = standalone.default(ajv, ajv.compile(options));
if (/\bimport\b|\brequire\b/.test(code)) throw new Error("the check of the options needs a module of ajv");
writeFileSync(
  join(home, "src/plugin/options-check.generated.ts"),
  `// Made by scripts/docs.mjs from options-schema.ts; do not edit.\n// @ts-nocheck\n${code}\n`,
);

function write(name, text) {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
