import { expect, test } from "vitest";
import { folder } from "../bundlers/producers.ts";
import { buildHost, buildRemote, manifest, PRODUCERS } from "./apps.ts";
import { launch } from "./browser.ts";
import { FileServer } from "./server.ts";

test("try", async () => {
  const server = await new FileServer().start();
  const other = await new FileServer().start();
  const browser = await launch();
  for (const kind of ["script", "module"] as const)
  for (const producer of PRODUCERS) {
    const [r, h] = [folder(), folder()];
    server.folders.set("shop", r);
    other.folders.set("shell", h);
    await buildRemote(producer, kind, { out: r });
    const built = await buildHost(producer, `${server.origin}/shop/mf-manifest.json`, { out: h, fedseal: { enforce: { unsealed: "block" } } });
    console.log(producer, kind, built.errors);
    server.reset(); other.reset();
    const page = await browser.newPage();
    page.on("console", (m) => console.log("  console", m.text()));
    page.on("pageerror", (m) => console.log("  pageerror", m.message));
    await page.goto(`${other.origin}/shell/index.html`);
    await page.waitForFunction("window.load", undefined, { timeout: 5000 }).catch((e) => console.log(e.message));
    console.log(await page.evaluate(producer === "rspack" && kind === "module" ? `load({name:"shop",entry:"${server.origin}/shop/remoteEntry.js",type:"module"}).catch(e => String(e))` : "load().catch(e => String(e))").catch((e) => e.message));
    console.log(await page.evaluate("told"));
    console.log(server.requests, other.requests);
    await page.close();
  }
  await browser.close(); await server.stop(); await other.stop();
});
