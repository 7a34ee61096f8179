import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folder, SCRATCH } from "../bundlers/producers.ts";
import { PRODUCERS, buildHost, remoteConfiguration } from "./apps.ts";
import { launch } from "./browser.ts";
import { DevServer } from "./dev-server.ts";
import { FileServer } from "./server.ts";

const KIND = (process.env.KIND ?? "script") as "script" | "module";
const SEALED = process.env.FEDSEAL !== "no";
test.each(PRODUCERS)("%s", async (producer) => {
  const browser = await launch();
  const hosts = await new FileServer().start();
  const app = folder(SCRATCH);
  cpSync(join(import.meta.dirname, "app/development"), app, { recursive: true });
  const dev = await DevServer.start(producer, remoteConfiguration(producer, KIND, {
    out: folder(), fedseal: SEALED ? {} : false,
    output: { filename: "js/[name].js", ...(!producer.startsWith("webpack") && { cssFilename: "css/[name].css", cssChunkFilename: "css/[name].css" }) },
    federation: { exposes: { "./Panel": "./Panel.js", "./Late": "./Late.js" } },
    configuration: { mode: "development", context: app, stats: "none", ...(KIND === "module" && producer.startsWith("webpack") && { experiments: { outputModule: true } }) },
  }));
  const names = [["block", "development"], ["warn", "development"], ["block", "production"]] as const;
  const pages: any[] = [];
  for (const [unsealed, mode] of names) {
    const out = folder();
    const built = await buildHost(producer, `${dev.origin}/mf-manifest.json`, { out, fedseal: SEALED ? { enforce: { unsealed } } : false, configuration: { mode } });
    console.log(built);
    hosts.folders.set(`${unsealed}-${mode}`, out);
    const page = await (await browser.newContext()).newPage();
    const log: string[] = [];
    page.on("console", (m) => log.push(`${m.type()}: ${m.text()}`));
    page.on("pageerror", (e) => log.push(`pageerror ${e}`));
    page.on("requestfailed", (r) => log.push(`failed ${r.url()} ${r.failure()?.errorText}`));
    page.on("load", () => log.push("LOAD"));
    await page.goto(`${hosts.origin}/${unsealed}-${mode}/`);
    await page.waitForFunction("window.load !== undefined");
    pages.push({ name: `${unsealed}-${mode}`, page, log });
  }
  const show = async (what: string, expression: string) => {
    for (const { name, page, log } of pages) {
      const value = await page.evaluate(expression).catch((e: Error) => `THROWN ${e.message}`);
      const told = await page.evaluate("window.told");
      console.log(`${producer} ${what} ${name}`, value, JSON.stringify(told), "\n" + log.splice(0).join("\n"));
    }
  };
  const manifest = async () => {
    const m = await (await fetch(`${dev.origin}/mf-manifest.json`)).json();
    console.log(producer, JSON.stringify(dev.builds.at(-1)), Object.keys(m.integrity ?? { NONE: 1 }), JSON.stringify(m).match(/[^"]*hot-update[^"]*/g));
    if (process.env.FULL) console.log(JSON.stringify(m, null, 1));
  };
  await manifest();
  await show("first", `(async () => { const [i] = __FEDERATION__.__INSTANCES__; if (${JSON.stringify(KIND)} === "module") i.registerRemotes([{ name: "shop", entry: "${dev.origin}/mf-manifest.json", type: "module" }], { force: true }); window.shop = await i.loadRemote("shop/Panel"); return shop.default(); })()`);
  const edit = async (file: string, n: number) => {
    const path = join(app, file);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll(/first|second|third/g, ["", "second", "third"][n] as string));
    
  };
  await edit("text.js", 1);
  await dev.built(2);
  await new Promise((r) => setTimeout(r, 1500));
  await manifest();
  await show("text edited", "shop.default()");
  await edit("Panel.css", 1);
  await dev.built(3);
  await new Promise((r) => setTimeout(r, 1500));
  await manifest();
  await show("css edited", "getComputedStyle(document.documentElement).getPropertyValue('--panel')");
  for (const f of ["details.js", "details.css", "Late.js"]) await edit(f, 1);
  await new Promise((r) => setTimeout(r, 3000));
  await manifest();
  await show("lazy", "shop.open()");
  await show("late", `(async () => { const [i] = __FEDERATION__.__INSTANCES__; return (await i.loadRemote("shop/Late")).default() })()`);
  for (const { page } of pages) { await page.reload(); await page.waitForFunction("window.load !== undefined"); }
  await show("reload", `(async () => { const [i] = __FEDERATION__.__INSTANCES__; window.shop = await i.loadRemote("shop/Panel"); return shop.default() + await shop.open() + (await i.loadRemote("shop/Late")).default(); })()`);
  console.log(dev.builds.length, JSON.stringify(dev.builds.map((b) => [b.errors.length, b.warnings.length])));
  await dev.stop(); await hosts.stop(); await browser.close();
  expect(1).toBe(1);
});
