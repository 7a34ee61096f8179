import { test } from "vitest";
import { folder } from "../bundlers/producers.ts";
import { manifestOf } from "../folders.ts";
import { buildHost } from "./apps.ts";
import { ENGINES, launch } from "./browser.ts";
import { evil } from "./cells.ts";
import { FileServer } from "./server.ts";
import { buildViteRemote, viteFilesOf } from "./vite-apps.ts";

test("x", async () => {
  const remotes = await new FileServer().start();
  const hosts = await new FileServer().start();
  const sealed = buildViteRemote();
  const files = viteFilesOf(sealed);
  remotes.folders.set("shop", sealed);
  const rspack = folder();
  await buildHost("rspack + enhanced", `${remotes.origin}/shop/mf-manifest.json`, {
    out: rspack,
    fedseal: { enforce: { unsealed: "block" } },
    configuration: { entry: "./eager.js" },
  });
  hosts.folders.set("rspack", rspack);
  for (const name of ENGINES) {
    const engine = await launch(name);
    for (const part of ["static", "below"] as const) {
      const manifest = manifestOf(sealed);
      const file = files[part];
      delete manifest.integrity[file];
      for (const { assets } of [...manifest.exposes, ...manifest.shared])
        for (const when of ["sync", "async"])
          assets.js[when] = assets.js[when].filter((e: any) => e.name !== file && `${e.path}/${e.name}` !== file);
      remotes.tamper = (path) => (path.endsWith("mf-manifest.json") ? { body: JSON.stringify(manifest) } : undefined);
      const tab = await engine.open(`${hosts.origin}/rspack/`);
      await new Promise((r) => setTimeout(r, 1500));
      console.log(name, part, await tab.evaluate(`load().catch(e => String(e))`));
      await new Promise((r) => setTimeout(r, 500));
      console.log(
        name,
        part,
        JSON.stringify(
          await tab.evaluate(
            `performance.getEntriesByType("resource").map(e => e.name + " " + e.responseStatus+ " " + e.transferSize)`,
          ),
          null,
          1,
        ),
      );
      await tab.close();
    }
    await engine.close();
  }
  for (const s of [remotes, hosts]) await s.stop();
});
