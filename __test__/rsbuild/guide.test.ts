import { spawn, spawnSync } from "node:child_process";
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fedseal } from "../commands/fedseal.ts";
import { folder, SCRATCH } from "../scratch.ts";
import { launch } from "../tamper/browser.ts";
import { freePort } from "../tamper/dev-server.ts";

/** The guide, followed: its files, its commands, its attack. */

const GUIDE = readFileSync(join(import.meta.dirname, "../../docs/guide/rsbuild.md"), "utf8");
const RSBUILD = join(import.meta.dirname, "../../node_modules/@rsbuild/core/bin/rsbuild.js");

const root = folder(SCRATCH);
const [shop, shell] = [join(root, "shop"), join(root, "shell")];
const servers: ReturnType<typeof spawn>[] = [];
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(async () => {
  for (const server of servers) server.kill();
  await browser.close();
});

/** Writes the files of the guide; the port of the remote is one that is free. */
function writeFiles(port: number): string[] {
  const files = [...GUIDE.matchAll(/^`(\S+)`:\n\n```js\n(.*?)```$/gms)];
  for (const [, name = "", text = ""] of files) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text.replaceAll("localhost:3001", `localhost:${port}`));
  }
  return files.map(([, name = ""]) => name).sort();
}

function build(cwd: string): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [RSBUILD, "build"], { cwd, encoding: "utf8" });
  expect(status, stderr).toBe(0);
  return stdout;
}

async function preview(cwd: string, port: number): Promise<void> {
  const child = spawn(process.execPath, [RSBUILD, "preview", "--port", `${port}`], { cwd, stdio: "ignore" });
  servers.push(child);
  const answers = () =>
    fetch(`http://localhost:${port}/mf-manifest.json`).then(
      ({ ok }) => ok,
      () => false,
    );
  for (let waited = 0; !(await answers()); waited += 50) {
    if (waited > 30_000 || child.exitCode !== null) throw new Error(`no preview of ${cwd}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

test("the guide works as it is written", async () => {
  const [shopPort, shellPort] = [await freePort(), await freePort()];
  const configurations = [shop, shell].map((name) => `${name.slice(root.length + 1)}/rsbuild.config.mjs`);
  expect(writeFiles(shopPort)).toEqual(expect.arrayContaining(configurations));

  expect(build(shop)).toMatch(/fedseal: sealed 3 files \(.*\) in \d+ ms → mf-manifest\.json/);
  expect(fedseal(shop, "verify", "dist").status).toBe(0);
  const said = build(shell);
  expect(said).toContain("fedseal: sealed ");
  expect(said).not.toContain("is not set");
  await preview(shop, shopPort);
  await preview(shell, shellPort);

  const visit = async (wanted: string) => {
    const page = await (await browser.newContext()).newPage();
    const console: string[] = [];
    page.on("console", (message) => console.push(message.text()));
    await page.goto(`http://localhost:${shellPort}`);
    await page.getByText(wanted).waitFor();
    await page.context().close();
    return console.join("\n");
  };
  expect(await visit("Buy")).toBe("");

  appendFileSync(join(shop, "dist/remoteEntry.js"), "alert(1);\n");
  expect(await visit("The shop is not available.")).toContain("ERR_FEDSEAL_INTEGRITY_MISMATCH");
  expect(fedseal(shop, "verify", "dist")).toMatchObject({
    status: 1,
    stdout: expect.stringContaining("remoteEntry.js"),
  });
});
