import { appendFileSync } from "node:fs";
import { createRequire, register } from "node:module";

/** With `--import`: writes everything that the process loads to the file `FEDSEAL_TEST_LOADED`, a line for each module. */

const file = process.env.FEDSEAL_TEST_LOADED;
const write = (names) => appendFileSync(file, names.map((name) => `${name}\n`).join(""));

const hooks = `
import { appendFileSync } from "node:fs";
export async function load(url, context, next) {
  appendFileSync(${JSON.stringify(file)}, url + "\\n");
  return next(url, context);
}`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const { cache } = createRequire(import.meta.url);
process.on("exit", () => {
  write(Object.keys(cache));
  // Node's own, which has undici.
  write(process.moduleLoadList);
});
