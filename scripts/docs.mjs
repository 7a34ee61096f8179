// Writes docs/reference/rules from the rule registry. `npm run ready` fails when the result was not committed.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { explain, rules } from "@fedseal/binding";
import { root } from "./setup.mjs";

const dir = join(root, "docs/reference/rules");
rmSync(dir, { recursive: true, force: true });
const rows = rules().map(({ id, severity, summary }) => `| [\`${id}\`](${id}.md) | ${severity} | ${summary} |`);
write(
  "README.md",
  `# Rules\n\nMade from the rule registry; do not edit.\n\n| rule | level | what is wrong |\n|---|---|---|\n${rows.join("\n")}`,
);
for (const { id } of rules()) write(`${id}.md`, explain(id));

function write(name, text) {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text}\n`);
}
