import { execFile } from "node:child_process";
import { join } from "node:path";
import { afterAll, beforeEach, expect, test } from "vitest";
import { launch } from "../tamper/browser.ts";
import { FileServer } from "../tamper/server.ts";

/** Where reports go, and what is said when they do not arrive. */

const server = await new FileServer().start();
const collector = await new FileServer().start();
server.folders.set("dist", join(import.meta.dirname, "../../npm/runtime/dist"));
afterAll(async () => {
  await server.stop();
  await collector.stop();
});
beforeEach(() => {
  server.reset();
  collector.reset();
});

/** A server that loads three remotes, none of which is there. */
const HOST = `
import { createInstance } from "@module-federation/runtime";
import fedseal from "@fedseal/runtime/node";
const [origin, kind] = process.argv.slice(1);
const own = {
  throws() { throw new Error("broken"); },
  async rejects() { throw new Error("broken"); },
  nothing: () => Promise.reject(),
  symbol: () => Promise.reject(Symbol("broken")),
};
const names = ["one", "two", "three"];
const host = createInstance({
  name: "shell",
  remotes: names.map((name) => ({ name, entry: origin + "/" + name + "/mf-manifest.json" })),
  plugins: [fedseal({ report: own[kind] ?? kind })],
});
for (const name of names) await host.loadRemote(name + "/Panel").catch(() => {});
`;

/** Its exit code, and what fedseal says on the console. */
function host(report: string): Promise<{ code: unknown; lines: string[]; output: string }> {
  return new Promise((resolve) => {
    const flags = ["--input-type=module", "--eval", HOST, server.origin, report];
    execFile(process.execPath, flags, { cwd: join(import.meta.dirname, "../..") }, (error, stdout, stderr) => {
      const output = stdout + stderr;
      const lines = output.split("\n").filter((line) => line.includes("fedseal: "));
      resolve({ code: error?.code ?? 0, lines, output });
    });
  });
}

test("a URL gets every refusal", async () => {
  const { code, lines } = await host(`${collector.origin}/reports`);
  expect(code).toBe(0);
  // Its answer is 404, too, and that is said once.
  expect(collector.requests).toEqual(Array(3).fill("POST /reports"));
  expect(lines.filter((line) => line.includes("could not send"))).toEqual([
    `fedseal: could not send a report to ${collector.origin}/reports: status 404`,
  ]);
});

test("a URL that answers is not said to be down", async () => {
  collector.tamper = () => ({ body: "" });
  const { code, lines } = await host(`${collector.origin}/reports`);
  expect({ code, count: lines.length }).toEqual({ code: 0, count: 3 });
  expect(lines.join()).not.toContain("could not send");
});

test("a URL that is down is one labelled line, without a stack", async () => {
  const gone = await new FileServer().start();
  const { origin } = gone;
  await gone.stop();
  const { code, lines, output } = await host(`${origin}/reports`);
  expect(code).toBe(0);
  expect(lines.filter((line) => line.includes("could not send"))).toEqual([
    `fedseal: could not send a report to ${origin}/reports: connect ECONNREFUSED ${origin.slice("http://".length)}`,
  ]);
  expect(output).not.toContain("fetch failed");
});

test.each(["throws", "rejects", "nothing", "symbol"])(
  "a function that fails (%s) is one labelled line",
  async (kind) => {
    const { code, lines } = await host(kind);
    expect(code).toBe(0);
    expect(lines.filter((line) => line.startsWith("fedseal: could not send a report to `report`: "))).toHaveLength(1);
    expect(lines).toHaveLength(4);
  },
);

test("in a page, a URL on another origin gets reports although it sends no CORS headers", async () => {
  collector.tamper = () => ({ body: "", headers: { "access-control-allow-origin": "https://elsewhere.example" } });
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const lines: string[] = [];
    page.on("console", (message) => lines.push(message.text()));
    await page.goto(`${server.origin}/dist/`);
    await page.evaluate(`import("/dist/report.js").then(({ announce }) =>
      announce("${collector.origin}/reports", Object.assign(new Error("no"), { code: "ERR_FEDSEAL_FETCH" }), true))`);
    expect(collector.requests).toEqual(["POST /reports"]);
    expect(lines.filter((line) => line.includes("fedseal: "))).toEqual(["fedseal: no"]);
  } finally {
    await browser.close();
  }
});
