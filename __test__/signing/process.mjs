// node process.mjs <scenario> <data as JSON> [folder of the runtime, with a slash at its end]
import { pathToFileURL } from "node:url";
import { createInstance } from "@module-federation/runtime";
import { play } from "./lab.mjs";

const [scenario, data, folder] = process.argv.slice(2);
const load = (name) =>
  import(
    folder ? new URL(`${name}/index.js`, pathToFileURL(folder)).href : `@fedseal/runtime/${name}`.replace("/.", "")
  );
for (const level of ["error", "warn"]) console[level] = () => {};
const [{ default: fedseal }, runtime, { checkSignatures }] = await Promise.all(["node", ".", "signature"].map(load));
// The tests' own code, as text.
const run = new Function(`return ${scenario}`)();
process.stdout.write(
  JSON.stringify(await play({ createInstance, fedseal, runtime, checkSignatures }, run, JSON.parse(data))),
);
process.exit(0);
