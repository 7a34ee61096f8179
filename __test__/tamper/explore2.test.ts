import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { folder, SCRATCH } from "../bundlers/producers.ts";
import { PRODUCERS, remoteConfiguration } from "./apps.ts";
import { DevServer } from "./dev-server.ts";
test.each(PRODUCERS.flatMap((p) => [[p, "script"], [p, "module"]] as const))("%s %s", async (producer, kind) => {
  const app = folder(SCRATCH);
  cpSync(join(import.meta.dirname, "app/development"), app, { recursive: true });
  const dev = await DevServer.start(producer, remoteConfiguration(producer, kind, {
    out: folder(),
    output: { filename: "js/[name].js" },
    federation: { exposes: { "./Panel": "./Panel.js", "./Late": "./Late.js" } },
    configuration: { mode: "development", context: app, stats: "none", infrastructureLogging: { level: "error" }, ...(kind === "module" && producer.startsWith("webpack") && { experiments: { outputModule: true } }) },
  }));
  const names = () => [...dev.assets].filter((n) => /hot-update/.test(n));
  writeFileSync(join(app, "text.js"), readFileSync(join(app, "text.js"), "utf8").replace("first", "second"));
  await dev.built(2);
  for (const n of names()) {
    const text = await (await fetch(`${dev.origin}/${n}`)).text();
    console.log(producer, kind, n, text.length, [...text.matchAll(/webpack\/runtime\/[^\n*]*/g)].map(String).join(" | "));
    if (/shop.*\.m?js$/.test(n)) console.log(text.slice(-3500));
  }
  await dev.stop();
});
