// Writes what is made of sources: docs/reference/rules from the rule registry, the JSON Schema of the configuration, and the
// copies of the pages about errors that the package ships. `npm run ready` fails when the result was not committed.
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { explain, rules } from "@fedseal/binding";
import { schema } from "../npm/fedseal/dist/config/schema.js";
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

function write(name, text) {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
