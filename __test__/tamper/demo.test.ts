import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launch } from "./browser.ts";

/** The page that `npm start` serves, as a person uses it: real builds, the real server, a real browser. */

const SERVE = join(import.meta.dirname, "../../examples/basic/demo/serve.js");

const MISMATCH = "ERR_FEDSEAL_INTEGRITY_MISMATCH";
const UNSEALED = "ERR_FEDSEAL_UNSEALED";
const MALFORMED = "ERR_FEDSEAL_METADATA_MALFORMED";

const UNSIGNED = "ERR_FEDSEAL_SIGNATURE_MISMATCH";

/**
 * What the panel offers, what the host with fedseal says about it, what the one says that knows the key where that differs, and
 * the file that the stock host runs.
 */
const CHOICES: { label: string; code?: string; signed?: string; ran: RegExp }[] = [
  { label: "The remote's entry", code: MISMATCH, ran: /remoteEntry\.js$/ },
  { label: "The component's chunk", code: MISMATCH, ran: /static\/js\/\S+\.js$/ },
  { label: "The lazy chunk", code: MISMATCH, ran: /static\/js\/\S+\.js$/ },
  { label: "The style sheet", code: MISMATCH, ran: /static\/css\/\S+\.css$/ },
  { label: "Manifest: a hash taken out", code: UNSEALED, signed: UNSIGNED, ran: /static\/js\/\S+\.js$/ },
  { label: "Manifest: a hash replaced", code: MALFORMED, signed: UNSIGNED, ran: /static\/js\/\S+\.js$/ },
  { label: "Manifest: no seal at all", code: UNSEALED, signed: UNSIGNED, ran: /static\/js\/\S+\.js$/ },
  { label: "All of it, sealed anew", signed: UNSIGNED, ran: /static\/js\/\S+\.js$/ },
];

type Name = "stock" | "sealed" | "signed";

let server: ChildProcess;
let printed = "";
let url: string;
let browser: Browser;
let page: Page;
const requested = new Set<string>();
const loopback = new Set<string>();

beforeAll(async () => {
  server = spawn(process.execPath, [SERVE], { stdio: ["ignore", "pipe", "inherit"] });
  server.stdout?.on("data", (data) => {
    printed += data;
  });
  while (!printed.includes("http://")) {
    if (server.exitCode !== null) throw new Error(`the demo ended with ${server.exitCode}: ${printed}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  url = /http:\/\/127\.0\.0\.1:\d+\//.exec(printed)?.[0] ?? "";
  const { sides } = await (await fetch(`${url}api/tamper`)).json();
  loopback.add(new URL(url).origin).add(new URL(sides.stock.remote).origin).add(new URL(sides.sealed.remote).origin);

  browser = await launch();
  page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("request", (request) => {
    if (/^https?:/.test(request.url())) requested.add(new URL(request.url()).origin);
  });
  await page.goto(url);
});

afterAll(async () => {
  await browser.close();
  server.kill("SIGKILL");
});

const frame = (name: Name): FrameLocator => page.frameLocator(`#${name} iframe`);

/** Waits for the line above a frame to say what kind of thing happened, and returns it. */
async function outcome(name: Name, kind: string): Promise<string> {
  const line = page.locator(`#${name} .outcome`);
  await page
    .locator(`#${name} .outcome[data-kind="${kind}"]`)
    .waitFor()
    .catch(async () => {
      throw new Error(`${name} is not "${kind}": ${await line.textContent()}`);
    });
  return (await line.textContent()) ?? "";
}

/** Whether the component is in the state that the added code or style puts it in. */
function red(name: Name): Promise<boolean> {
  return frame(name)
    .locator("body")
    .evaluate((body) => {
      const shop = body.querySelector(".shop");
      return shop !== null && getComputedStyle(shop, "::before").content.includes("never reviewed");
    });
}

async function expectAllToWork(): Promise<void> {
  for (const name of ["stock", "sealed", "signed"] as const) {
    await outcome(name, "works");
    const shop = frame(name);
    await shop.getByRole("button", { name: "Buy the book" }).click();
    await shop.getByText("One book is on its way.").waitFor();
    await shop.getByText("Basket: 1").waitFor();
    expect(await shop.locator(".shell-notice").count()).toBe(0);
    expect(await red(name)).toBe(false);
  }
}

async function expectToRun(name: Name, ran: RegExp): Promise<void> {
  const told = await outcome(name, "ran");
  expect(told).toMatch(/^Ran 1 tampered file: /);
  expect(told).toMatch(ran);
  await frame(name).locator(".shop").waitFor();
  expect(await red(name)).toBe(true);
}

async function expectToRefuse(name: Name, code: string, ran: RegExp): Promise<void> {
  const refused = await outcome(name, "refused");
  expect(refused).toContain(`Refused: ${code} `);
  expect(await red(name)).toBe(false);
  const notice = frame(name).locator(".shell-notice");
  expect(await notice.count()).toBe(1);
  const told = (await notice.textContent()) ?? "";
  expect(told).toContain(code);
  if (code === MISMATCH) {
    expect(refused).toMatch(ran);
    expect(told).toContain(refused.split(" ").at(-1));
    const [expected, actual, ...more] = told.match(/sha384-[A-Za-z0-9+/]{64}/g) ?? [];
    expect(more).toEqual([]);
    expect(actual).toBeDefined();
    expect(actual).not.toBe(expected);
  }
  // The host's own code goes on.
  await frame(name).getByRole("button", { name: "One more" }).click();
  await frame(name).locator("output").getByText("2", { exact: true }).waitFor();
}

test("untampered, all hosts work", expectAllToWork);

describe.each(CHOICES)("$label", ({ label, code, signed = code, ran }) => {
  test("who runs it, and who refuses it and says why", async () => {
    await page.getByLabel(label).check();
    await page.getByRole("button", { name: "Tamper and reload" }).click();

    await expectToRun("stock", ran);
    await (code === undefined ? expectToRun("sealed", ran) : expectToRefuse("sealed", code, ran));
    await expectToRefuse("signed", signed as string, ran);
  });

  test("the real files work again", async () => {
    await page.getByRole("button", { name: "Serve the real files again" }).click();
    await expectAllToWork();
  });
});

test("the choices are all of the panel's", async () => {
  expect(await page.getByRole("radio").count()).toBe(CHOICES.length);
});

test("another page's name for this address is not answered, nor is a wrong choice", async () => {
  const answers = await Promise.all([
    fetch(`${url}api/tamper`, { method: "PUT", body: '{"choice":"none"}' }),
    fetch(`${url}api/tamper`, { method: "PUT", body: "{" }),
    fetch(`${url}api/tamper`, { method: "POST" }),
    fetch(`${url}..%2f..%2fpackage.json`),
    fetch(url.replace("127.0.0.1", "localhost")),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 405, 404, 404]);
});

test("nothing is loaded from elsewhere", () => {
  expect([...requested].sort()).toEqual([...loopback].sort());
  expect(loopback.size).toBe(2);
});

test("it ends when it is asked to", async () => {
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  await expect(fetch(url)).rejects.toThrow();
});
