import { createHash } from "node:crypto";
import { at } from "../../../../bundlers/plugins.ts";

/** As plugins do that write a list of files with their hashes. */
const lists = at(4500, (compilation, compiler) => {
  const names: string[] = ["remoteEntry.js"];
  const hashes = names.map((name) => {
    const bytes = compilation.getAsset(name).source.buffer();
    return [name, createHash("sha256").update(bytes).digest("hex")];
  });
  const text = JSON.stringify(Object.fromEntries(hashes));
  compilation.emitAsset("files.json", new compiler.webpack.sources.RawSource(text));
});

export default { plugins: [lists] };
