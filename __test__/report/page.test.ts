import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diagnostic } from "../../npm/fedseal/dist/diagnostics.js";
import { report } from "../../npm/fedseal/dist/report/report.js";
import { listen } from "../commands/serve.ts";
import { ENGINES, launch } from "../tamper/browser.ts";
import type { Engine } from "../tamper/engine.ts";
import { everything, HOSTILE, many, remote, result } from "./results.ts";

/** The page as browsers get it, from servers and from the disk: no header helps it. */
function serve(html: string, asked: (string | undefined)[] = []): Promise<string> {
  return listen((request, response) => {
    asked.push(request.url);
    if (request.url !== "/") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(html);
  });
}

const EVERYTHING = report(everything());
const LARGE = report(
  result(
    { seals: [remote(many(10_000))] },
    many(3000).map(({ name }) => diagnostic("integrity/drift", `${name} differs`, { file: name })),
  ),
);

test("the same facts give the same bytes", () => {
  expect(report(everything())).toBe(EVERYTHING);
});

test("a check without facts has findings and no other section", () => {
  const { facts: _, ...bare } = everything();
  expect(report(bare)).toContain('<section id="findings"');
  expect(report(bare)).not.toContain('<section id="seals"');
});

describe.each(ENGINES)("in %s", (name) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launch(name);
  });
  afterAll(() => engine?.close());

  test("every section is there, scripts run, and names are text", async () => {
    const tab = await engine.open(await serve(EVERYTHING));
    try {
      const ids = '[...document.querySelectorAll("main > section")].map((one) => one.id)';
      expect(await until(tab, `document.querySelectorAll("tr[aria-rowindex]").length`, 10)).toBe(10);
      const order = ["overview", "findings", "seals", "contract", "headers", "policy", "shared"];
      expect(await tab.evaluate(ids)).toEqual(order);
      expect(await tab.evaluate("typeof window.pwned")).toBe("undefined");
      expect(await tab.evaluate('document.querySelectorAll("main img").length')).toBe(0);
      const names = (await tab.evaluate(
        '[...document.querySelectorAll("tr[aria-rowindex] th")].map((one) => one.textContent)',
      )) as string[];
      expect(names).toContain(HOSTILE[0]);
      expect(names).toContain("static/js/\\u{202e}gnp.js");
      expect(names).toContain("__proto__");
      expect(await tab.evaluate(COLOURS)).toBeGreaterThan(2);
      expect(tab.console).toEqual([]);
    } finally {
      await tab.close();
    }
  });

  test("ten thousand files: as many rows as are in sight, and all of them for screen readers", async () => {
    const tab = await engine.open(await serve(LARGE));
    try {
      expect(await until(tab, 'document.querySelector(".files table").getAttribute("aria-rowcount")', "10001")).toBe(
        "10001",
      );
      expect(await tab.evaluate('document.querySelectorAll(".files tbody tr").length')).toBeLessThan(100);
      await tab.evaluate('void (document.querySelector(".files .scroll").scrollTop = 1e9)');
      expect(
        await until(
          tab,
          '[...document.querySelectorAll("tr[aria-rowindex]")].at(-1).getAttribute("aria-rowindex")',
          "10001",
        ),
      ).toBe("10001");
      expect(await tab.evaluate('document.querySelectorAll("#findings .items li").length')).toBe(50);
    } finally {
      await tab.close();
    }
  });
});

/** How many colours the map has. */
const COLOURS = `(() => {
  const canvas = document.querySelector("canvas");
  const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let at = 0; at < data.length; at += 400) seen.add(data[at] * 65536 + data[at + 1] * 256 + data[at + 2]);
  return seen.size;
})()`;

/** The value of an expression once it is the wanted one; else what it was last. */
async function until(tab: { evaluate(expression: string): Promise<unknown> }, expression: string, wanted: unknown) {
  let value: unknown;
  for (let turn = 0; turn < 200; turn++) {
    value = await tab.evaluate(expression);
    if (value === wanted) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return value;
}

describe("in Chromium", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  async function open(html: string, options: Parameters<Browser["newPage"]>[0] = {}): Promise<Page> {
    const page = await browser.newPage(options);
    await page.goto(await serve(html));
    await page.locator("tr[aria-rowindex]").first().waitFor();
    return page;
  }

  const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

  test.each([
    ["light", 1280],
    ["dark", 1280],
    ["light", 360],
    ["dark", 360],
  ] as const)("axe finds nothing: %s, %i wide", async (colorScheme, width) => {
    // The page's own policy keeps axe from being added.
    const page = await open(EVERYTHING, { colorScheme, viewport: { width, height: 800 }, bypassCSP: true });
    await page.evaluate(axe);
    await page.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
    const found = (await page.evaluate("axe.run()")) as {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[];
    };
    expect(
      found.violations.map(({ id, nodes }) => [id, nodes.map((one) => `${one.html}: ${one.failureSummary}`)]),
    ).toEqual([]);
    // Nothing is wider than the page.
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBeLessThanOrEqual(0);
    await page.close();
  });

  test("it asks for nothing, and its policy runs nothing but its own scripts", async () => {
    const asked: (string | undefined)[] = [];
    const page = await browser.newPage();
    const foreign = EVERYTHING.replace("</body>", "<script>window.foreign = 1</script><img src=/x.png></body>");
    await page.goto(await serve(foreign, asked));
    await page.locator("tr[aria-rowindex]").first().waitFor();
    expect(asked.filter((path) => path !== "/favicon.ico")).toEqual(["/"]);
    expect(await page.evaluate("typeof window.foreign")).toBe("undefined");
    await page.close();
  });

  test("search leaves what matches, says how much, and Escape ends it", async () => {
    const page = await open(LARGE);
    await page.keyboard.press("/");
    await page.keyboard.type("chunk00042.js");
    await page.getByText("1 finding, 1 file and 0 other rows match.").waitFor();
    expect(await page.locator("#findings .items li").count()).toBe(1);
    expect(await page.locator("tr[aria-rowindex]").count()).toBe(1);
    await page.keyboard.press("Escape");
    await expect.poll(() => page.locator("#findings .items li").count()).toBe(50);
    await page.getByRole("button", { name: "Show 200 more" }).click();
    expect(await page.locator("#findings .items li").count()).toBe(250);
    await page.close();
  });

  test("by keyboard: folders open, columns sort, the theme changes", async () => {
    const page = await open(LARGE);
    await page.getByRole("button", { name: /^static\// }).press("Enter");
    expect(await page.locator('.crumbs [aria-current="true"]').textContent()).toBe("static");
    expect(await page.evaluate("document.activeElement.textContent")).toBe("static");
    await page.getByRole("button", { name: "File", exact: true }).press("Enter");
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toBe("File");
    const sizes = page.getByRole("button", { name: "Size", exact: true });
    await sizes.press("Enter");
    await sizes.press("Enter");
    expect(await page.locator("tr[aria-rowindex] td").first().textContent()).toBe("100 B");
    const ground = () => page.evaluate("getComputedStyle(document.body).backgroundColor");
    const before = await ground();
    await page.getByRole("button", { name: "Dark colours" }).press("Enter");
    expect(await ground()).not.toBe(before);
    await page.close();
  });

  test("printed, it is light, whole, and without controls", async () => {
    const page = await open(EVERYTHING, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    await page.evaluate('dispatchEvent(new Event("beforeprint"))');
    expect(await page.locator("nav").isVisible()).toBe(false);
    expect(await page.locator("#search").isVisible()).toBe(false);
    expect(await page.evaluate("getComputedStyle(document.body).color")).toBe("rgb(23, 28, 38)");
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.close();
  });

  test("without scripts the sections and the largest files are there", async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(await serve(LARGE));
    expect(await page.locator(".files tbody tr").count()).toBe(20);
    expect(await page.locator("#findings .items li").count()).toBe(50);
    await page.close();
  });
});
