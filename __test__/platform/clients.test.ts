import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import SwaggerParser from "@apidevtools/swagger-parser";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAnalytics } from "../../examples/platform/apis/analytics/analytics.js";
import { startCatalog } from "../../examples/platform/apis/catalog/catalog.js";
import { documents } from "../../examples/platform/apis/documents.js";
import * as admin from "../../examples/platform/remotes/admin/src/api/catalog.ts";
import { configure as configureAdmin } from "../../examples/platform/remotes/admin/src/api/catalog-fetch.ts";
import * as analytics from "../../examples/platform/remotes/reports/src/api/analytics.ts";
import { configure as configureAnalytics } from "../../examples/platform/remotes/reports/src/api/analytics-fetch.ts";
import * as reports from "../../examples/platform/remotes/reports/src/api/catalog.ts";
import { configure as configureReports } from "../../examples/platform/remotes/reports/src/api/catalog-fetch.ts";
import { ANALYTICS, CATALOG, ORIGIN, startPlatform } from "./apis.ts";

/** The documents of the APIs, and the clients that remotes have of them, asked against the real ones. */

const root = join(import.meta.dirname, "../..");
const platformRoot = join(root, "examples/platform");
const read = (...path: string[]) => readFileSync(join(...path), "utf8");

let platform: Awaited<ReturnType<typeof startPlatform>>;
const running: { url: string; close: () => Promise<unknown> }[] = [];

beforeAll(async () => {
  platform = await startPlatform();
  const common = { issuer: platform.issuer, origin: ORIGIN };
  running.push(await startCatalog({ ...common, audience: CATALOG, database: ":memory:" }));
  running.push(
    await startAnalytics({ ...common, audience: ANALYTICS, organizations: ["org_1", "org_2"], rows: 1_000 }),
  );
});
afterAll(async () => {
  for (const { close } of running) await close();
  await platform.stop();
});

describe("the documents", () => {
  test("are those of the APIs, each time the same", async () => {
    const [made, again] = [await documents(), await documents()];
    expect(again).toEqual(made);
    for (const [name, text] of Object.entries(made)) {
      expect(read(platformRoot, "apis", name, "openapi.json"), "run: node examples/platform/apis/documents.js").toBe(
        text,
      );
    }
    expect(Object.keys(made)).toEqual(["catalog", "analytics"]);
  });

  test.each(["catalog", "analytics"])(
    "of %s is valid OpenAPI 3.1, and says of each operation what it wants",
    async (name) => {
      const document = JSON.parse(read(platformRoot, "apis", name, "openapi.json"));
      expect(document).toMatchObject({ openapi: "3.1.0", servers: [{ url: "/" }] });
      const operations: Record<string, unknown>[] = Object.values(document.paths).flatMap((path) =>
        Object.values(path as object),
      );
      for (const operation of operations) {
        expect(operation).toMatchObject({ operationId: expect.any(String), security: [{ token: [] }] });
        expect(Object.keys(operation.responses as object)).toEqual(
          expect.arrayContaining(["400", "401", "403", "429"]),
        );
      }
      const ids = operations.map(({ operationId }) => operationId);
      expect(new Set(ids).size).toBe(ids.length);
      // Last: it puts what references name in their place.
      await SwaggerParser.validate(document);
      const broken = { ...document, paths: { "/x": { get: { responses: { "200": { content: {} } } } } } };
      await expect(SwaggerParser.validate(broken)).rejects.toThrow();
    },
  );
});

describe("the clients", () => {
  test("are what Orval makes of the documents, without a network", () => {
    const folder = mkdtempSync(join(tmpdir(), "fedseal-clients-"));
    for (const name of ["apis", "remotes"]) cpSync(join(platformRoot, name), join(folder, name), { recursive: true });
    const generated = ["admin/src/api/catalog.ts", "reports/src/api/catalog.ts", "reports/src/api/analytics.ts"];
    for (const name of generated) rmSync(join(folder, "remotes", name));
    const guard = join(import.meta.dirname, "no-network.mjs");
    const script = join(platformRoot, "apis/clients.js");
    const { status, stderr } = spawnSync("node", ["--import", guard, script, folder], { encoding: "utf8" });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    for (const name of generated) {
      const text = read(folder, "remotes", name);
      expect(read(platformRoot, "remotes", name), "run: node examples/platform/apis/clients.js").toBe(text);
    }
    // Nothing was made that is not committed.
    const files = (where: string) => readdirSync(join(where, "remotes"), { recursive: true }).sort();
    expect(files(folder)).toEqual(files(platformRoot));
  });

  test("are made by packages that report nothing when they are installed", () => {
    expect(JSON.parse(read(root, "package.json")).scarfSettings).toEqual({ enabled: false });
  });

  test("want to be told where their API is", async () => {
    await expect(admin.listProducts()).rejects.toThrow("the client of catalog is used before its `configure`");
    await expect(analytics.getTopProducts({ from: "2024-01-01", to: "2025-12-31" })).rejects.toThrow("analytics");
  });

  test("of two APIs in one remote each bring their own token", async () => {
    const tokens: string[] = [];
    const token = (audience: string) => async () => {
      tokens.push(audience);
      return platform.tokenOf("bob", audience);
    };
    configureReports({ baseUrl: running[0]?.url ?? "", token: token(CATALOG) });
    configureAnalytics({ baseUrl: `${running[1]?.url}/`, token: token(ANALYTICS) });
    const { data, status } = await analytics.getRevenue({ from: "2024-01-01", to: "2025-12-31", by: "country" });
    expect(status).toBe(200);
    expect(data.rows.length).toBeGreaterThan(5);
    expect((await reports.listProducts({ limit: 5 })).data).toEqual({ items: [], next: null });
    expect(tokens).toEqual([ANALYTICS, CATALOG]);
    // The other remote's client of the same API was told nothing by that.
    await expect(admin.listProducts()).rejects.toThrow("configure");
  });

  test("read and write, and throw what an API refuses", async () => {
    const token = await platform.tokenOf("alice", CATALOG);
    configureAdmin({ baseUrl: running[0]?.url ?? "", token: async () => token });
    const made = await admin.createProduct({ name: "Lamp", priceCents: 1999 });
    expect(made.status).toBe(201);
    const { data, headers } = await admin.getProduct(made.data.id);
    expect(data).toEqual(made.data);
    const etag = headers.get("etag") ?? "";
    const changed = await admin.changeProduct(data.id, { priceCents: 5 }, { "if-match": etag });
    expect(changed.data.priceCents).toBe(5);
    await expect(admin.changeProduct(data.id, { priceCents: 6 }, { "if-match": etag })).rejects.toMatchObject({
      name: "ApiError",
      problem: { status: 412, code: "ERR_PLATFORM_CHANGED" },
    });
    expect((await admin.removeProduct(data.id)).status).toBe(204);
    await expect(admin.getProduct(data.id)).rejects.toMatchObject({ problem: { status: 404 } });
    // What would be another path is a part of this one.
    for (const id of ["../health", "x?limit=1", "x#y", "/", "%2e%2e"]) {
      await expect(admin.getProduct(id)).rejects.toMatchObject({ problem: { status: 400 } });
    }
    for (const id of ["..", "."]) await expect(admin.getProduct(id)).rejects.toThrow("is not a path of");
  });
});

describe("what is no API", () => {
  let server: Server;
  const seen: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer(({ url, headers }, response) => {
      seen.push(headers.authorization);
      if (url?.startsWith("/moved")) response.writeHead(307, { location: "/elsewhere" }).end();
      else response.writeHead(502, { "content-type": "text/html" }).end("<h1>Bad gateway</h1>");
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test("is an error with what there is to say, and is followed nowhere", async () => {
    const base = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
    configureAdmin({ baseUrl: base, token: async () => "t" });
    await expect(admin.listProducts()).rejects.toMatchObject({ problem: { status: 502, title: "Bad Gateway" } });
    configureAdmin({ baseUrl: `${base}/moved`, token: async () => "t" });
    await expect(admin.listProducts()).rejects.toThrow();
    expect(seen).toEqual(["Bearer t", "Bearer t"]);
    // No token, no request.
    configureAdmin({ baseUrl: base, token: () => Promise.reject(new Error("signed out")) });
    await expect(admin.listProducts()).rejects.toThrow("signed out");
    expect(seen).toHaveLength(2);
  });
});
