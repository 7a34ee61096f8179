// Everything of fedseal that a page or server can call, for scenarios that need hosts of their own. In a page this is the
// entry of a bundle; in Node: node lab.mjs <scenario as JSON> <data as JSON> [folder of the runtime]

import * as runtime from "@fedseal/runtime";
import { checkSignatures } from "@fedseal/runtime/signature";
import { createInstance } from "@module-federation/runtime";

const reason = (error) => [error, error?.cause].find((one) => runtime.isFedsealError(one));

globalThis.play = async (fedseal, scenario, data) => {
  const told = [];
  const report = ({ code, refused }) =>
    told.push(`${refused ? "refused" : "warned"} ${code.replace("ERR_FEDSEAL_", "")}`);
  let number = 0;
  const lab = {
    ...runtime,
    checkSignatures,
    told,
    /** An instance with fedseal's plugin; other plugins come before it. */
    host: (options, { remotes = [], plugins = [] } = {}) =>
      createInstance({
        name: `shell${++number}`,
        remotes,
        plugins: [...plugins, ...(options ? [fedseal({ unsealed: "block", report, ...options })] : [])],
      }),
    /** What comes of loading the remote: "works", or the code. */
    load: (instance, name = "shop") => lab.outcome(instance.loadRemote(`${name}/Panel`).then((panel) => panel.open())),
    outcome: (promise) =>
      promise.then(
        () => "works",
        (error) => reason(error)?.code.replace("ERR_FEDSEAL_", "") ?? String(error),
      ),
    /** What the server serves from now on. */
    serve: (variant) => fetch(`${data.origin}/switch/${variant}`),
  };
  const result = await scenario(lab, data);
  return { result, told, evil: globalThis.__EVIL__ ?? 0 };
};

if (!globalThis.document && globalThis.process?.argv[2]) {
  const [scenario, data] = process.argv.slice(2);
  for (const level of ["error", "warn"]) console[level] = () => {};
  const { default: fedseal } = await import(
    /* webpackIgnore: true */ process.env.FEDSEAL_PLUGIN ?? "@fedseal/runtime/node"
  );
  // The tests' own code, as text.
  const run = new Function(`return ${JSON.parse(scenario)}`)();
  process.stdout.write(JSON.stringify(await globalThis.play(fedseal, run, JSON.parse(data))));
  process.exit(0);
}
