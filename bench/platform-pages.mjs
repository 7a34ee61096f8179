// Observation in a real Chromium: what it weighs, what it asks for, and what is lost when a tab is closed right after a load.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { rspack } from "@rspack/core";
import { launch, signIn } from "../examples/platform/story/browser.js";
import { chromium } from "../scripts/browsers.mjs";
import { folderIn } from "./platform-place.mjs";

/** After that, everything that was sent has been counted by all pods. */
const COUNTED = 5_000;
/** Whose tabs are closed; several, because of what one person may ask in a minute. */
const PEOPLE = ["alice", "bob", "carol"];

export async function observing({ place, out, scale }) {
  process.env.FEDSEAL_CHROMIUM ??= chromium();
  const { addresses } = place.platform;
  const browser = await launch();
  try {
    const first = {};
    for (const name of [...PEOPLE, "olga"]) {
      const user = addresses.users.find((one) => one.name === name);
      first[name] = await signIn(browser, { shell: addresses.shell, user });
      await first[name].locator("[data-testid=overview] dd").first().waitFor();
    }
    const counted = () => countOf(first.olga);
    const requests = await requestsOf(first.olga.context(), addresses.shell, counted);
    const tabs = Math.max(9, Math.round(100 * scale));
    const rows = [];
    for (const [name, how] of [
      ["closed by the browser", {}],
      ["closed as a person does", { runBeforeUnload: true }],
    ]) {
      const before = await counted();
      for (let tab = 0; tab < tabs; tab++) {
        const page = await first[PEOPLE[tab % PEOPLE.length]].context().newPage();
        await page.goto(`${addresses.shell}/reports`);
        await page.locator(".revenue").waitFor({ timeout: 20_000 });
        const closed = page.waitForEvent("close");
        await page.close(how);
        await closed;
      }
      await sleep(COUNTED);
      const arrived = (await counted()) - before;
      const expected = tabs * requests.events;
      rows.push({ name, samples: [{ tabs, expected, arrived, lost: expected - arrived }] });
    }
    return [
      await weight(out),
      {
        heading: "Requests of a page load",
        note: "A new tab with the remote of reports, what is cached by the profile included. Events are sent once, after two seconds or when the page is hidden.",
        rows: [{ name: "/reports", samples: [requests] }],
        columns: ["all", "server", "remotes", "apis", "observation", "events"].map((key) => ({ key, label: key })),
        ratios: false,
      },
      {
        heading: "Events of tabs that are closed",
        note: "Each tab is closed as soon as its remote is shown.",
        rows,
        columns: ["tabs", "expected", "arrived", "lost"].map((key) => ({ key, label: key })),
        ratios: false,
      },
    ];
  } finally {
    await browser.close();
  }
}

/** Loads that all pods have counted. */
async function countOf(page) {
  const { loads } = await page.evaluate(async () => (await fetch("/api/platform/rollouts")).json());
  return loads.reduce((sum, row) => sum + row.loads, 0);
}

async function requestsOf(context, shell, counted) {
  const before = await counted();
  const page = await context.newPage();
  const urls = [];
  page.on("request", (request) => urls.push(request.url()));
  await page.goto(`${shell}/reports`);
  await page.locator(".revenue tbody tr").first().waitFor({ timeout: 20_000 });
  await sleep(COUNTED);
  await page.close();
  await sleep(1_000);
  const count = (test) => urls.filter(test).length;
  const isRum = (url) => url.endsWith("/api/platform/rum");
  return {
    all: urls.length,
    server: count((url) => url.startsWith(shell) && !isRum(url)),
    remotes: count((url) => !url.startsWith(shell) && /\.(js|json|css|sig)$/.test(url)),
    apis: count((url) => !url.startsWith(shell) && !/\.(js|json|css|sig)$/.test(url)),
    observation: count(isRum),
    events: (await counted()) - before,
  };
}

/** `@fedseal/runtime/observe` alone. */
async function weight(out) {
  const folder = folderIn(out, "observe");
  const using =
    'import { observe } from "@fedseal/runtime/observe";\nglobalThis.plugin = observe({ endpoint: "/rum" });\n';
  const code = await bundle(folder, using);
  return {
    heading: "Observation, in bytes",
    note: "A bundle for production of it alone, as an ES module.",
    rows: [
      {
        name: "@fedseal/runtime/observe",
        samples: [{ bytes: code.length, gzip: gzipSync(code, { level: 9 }).length }],
      },
    ],
    columns: [
      { key: "bytes", label: "bytes" },
      { key: "gzip", label: "gzipped" },
    ],
    ratios: false,
  };
}

async function bundle(folder, source) {
  writeFileSync(join(folder, "entry.js"), source);
  await new Promise((resolve, reject) => {
    rspack(
      {
        mode: "production",
        context: folder,
        entry: "./entry.js",
        output: { path: folder, filename: "bundle.js", module: true, chunkFormat: "module" },
        target: ["web", "es2022"],
      },
      (error, stats) => {
        if (error || stats.hasErrors()) reject(error ?? new Error(stats.toString({ all: false, errors: true })));
        else resolve();
      },
    );
  });
  return readFileSync(join(folder, "bundle.js"));
}
