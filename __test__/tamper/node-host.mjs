// A server that hosts a remote, as small as one can be: prints what came of loading it, as JSON.
// node node-host.mjs <manifest or entry URL> <options of the plugin as JSON> [module of the plugin]
const [entry, options, plugin = "@fedseal/runtime/node"] = process.argv.slice(2);
const { createInstance } = await import("@module-federation/runtime");
const { default: fedseal } = await import(plugin);

const told = [];
const settings = JSON.parse(options);
const lines = [];
const report = ({ code, url, message, refused }) => {
  told.push({ code, url, message, refused });
  return settings.rejects ? Promise.reject(new Error("nobody listens")) : undefined;
};
for (const level of ["error", "warn"]) console[level] = (...data) => lines.push(`${level}: ${data.join(" ")}`);
let signature;
if (settings.signature) {
  const file = plugin.startsWith("file:")
    ? new URL("../signature/index.js", plugin).href
    : "@fedseal/runtime/signature";
  signature = (await import(file)).checkSignatures(settings.signature);
}
const host = createInstance({
  name: "shell",
  remotes: [{ name: "shop", entry, ...settings.remote }],
  plugins: settings.stock ? [] : [fedseal({ ...settings.plugin, signature, report })],
});
const outcome = await host
  .loadRemote("shop/Panel")
  .then(async ({ default: panel, open }) => ({ result: { panel: panel(), details: await open() } }))
  .catch((error) => ({ error: String(error?.stack ?? error) }));
process.stdout.write(JSON.stringify({ ...outcome, told, evil: globalThis.__EVIL__ ?? 0, alive: true, console: lines }));
process.exit(0);
