import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCatalog } from "../../examples/platform/apis/catalog/catalog.js";
import { ask, CATALOG, INJECTIONS, ORIGIN, problem, startPlatform } from "./apis.ts";
import { PostgresServer } from "./postgres.ts";

/** Products of organizations, with tokens of a real identity provider, in a file of SQLite and in a real PostgreSQL. */

interface Store {
  url: string;
  stop(): Promise<void>;
}

async function sqlite(): Promise<Store> {
  return { url: join(mkdtempSync(join(tmpdir(), "fedseal-catalog-")), "catalog.db"), stop: async () => {} };
}

const STORES = [
  { name: "SQLite", open: sqlite, isThere: true },
  {
    name: "PostgreSQL",
    open: (): Promise<Store> => PostgresServer.start(),
    isThere: process.env.FEDSEAL_POSTGRES !== "none",
  },
];

describe.each(STORES.filter(({ isThere }) => isThere))("in $name", ({ open }) => {
  let store: Store;
  let platform: Awaited<ReturnType<typeof startPlatform>>;
  let catalog: Awaited<ReturnType<typeof startCatalog>>;
  let alice = "";
  let bob = "";
  const statements: string[] = [];

  const start = () =>
    startCatalog({
      issuer: platform.issuer,
      audience: CATALOG,
      origin: ORIGIN,
      database: store.url,
      onStatement: (sql: string) => void statements.push(sql),
    });

  beforeAll(async () => {
    store = await open();
    platform = await startPlatform();
    catalog = await start();
    [alice, bob] = [await platform.tokenOf("alice", CATALOG), await platform.tokenOf("bob", CATALOG)];
  });
  afterAll(async () => {
    await catalog.close();
    await platform.stop();
    await store.stop();
  });

  const at = (path: string) => `${catalog.url}${path}`;
  const create = (token: string, body: object) => ask(at("/products"), { token, method: "POST", body });

  async function all(token: string, filter = "", limit = 100) {
    const items: { id: string; name: string; archived: boolean }[] = [];
    for (let after: string | null = "", page = 0; after !== null && page < 50; page++) {
      const { body } = await ask(at(`/products?limit=${limit}${filter}${after === "" ? "" : `&after=${after}`}`), {
        token,
      });
      expect(body.items.length).toBeLessThanOrEqual(limit);
      items.push(...body.items);
      after = body.next;
    }
    return items;
  }

  describe("products", () => {
    test("are made, read, changed and removed", async () => {
      const made = await create(alice, { name: "Lamp", priceCents: 1999 });
      expect(made).toMatchObject({ status: 201, body: { name: "Lamp", priceCents: 1999, archived: false } });
      const path = made.headers.get("location") ?? "";
      expect(path).toBe(`/products/${made.body.id}`);
      expect(Object.keys(made.body)).toEqual(["id", "name", "priceCents", "archived", "updatedAt"]);

      const read = await ask(at(path), { token: alice });
      expect(read.body).toEqual(made.body);
      expect(read.headers.get("cache-control")).toBe("private, no-store");
      const etag = read.headers.get("etag") ?? "";
      expect(etag).toMatch(/^"[^"]+"$/);

      const headers = { "if-match": etag };
      const changed = await ask(at(path), { token: alice, method: "PATCH", headers, body: { archived: true } });
      expect(changed).toMatchObject({ status: 200, body: { name: "Lamp", priceCents: 1999, archived: true } });
      expect(changed.headers.get("etag")).not.toBe(etag);

      expect(await ask(at(path), { token: alice, method: "DELETE", headers })).toMatchObject({ status: 412 });
      expect(await ask(at(path), { token: alice, method: "DELETE" })).toMatchObject({ status: 204, body: undefined });
      expect(await ask(at(path), { token: alice })).toMatchObject(problem(404, "ERR_FEDSEAL_NOT_FOUND"));
    });

    test("of several pages come once each, in every size of page, filtered or not", async () => {
      const before = (await all(alice)).length;
      for (let index = 0; index < 23; index++) {
        await create(alice, { name: `Paged ${index}`, priceCents: index, archived: index % 4 === 0 });
      }
      for (const limit of [1, 7, 23, 100]) {
        const items = await all(alice, "", limit);
        expect(items).toHaveLength(before + 23);
        expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
      }
      const archived = await all(alice, "&archived=true", 4);
      expect(archived.filter(({ name }) => name.startsWith("Paged"))).toHaveLength(6);
      expect(archived.every((product) => product.archived)).toBe(true);
      expect((await all(alice, "&archived=false", 4)).length).toBe(before + 23 - archived.length);
    });

    test("are there after a restart", async () => {
      const { body } = await create(bob, { name: "Kept", priceCents: 1 });
      await catalog.close();
      catalog = await start();
      expect((await ask(at(`/products/${body.id}`), { token: bob })).body).toEqual(body);
    });
  });

  describe("a change", () => {
    test("is refused where somebody else was first, and says nothing of it in the row", async () => {
      const { body, headers } = await create(alice, { name: "Contested", priceCents: 1 });
      const tag = headers.get("etag") ?? "";
      const change = (name: string) =>
        ask(at(`/products/${body.id}`), {
          token: alice,
          method: "PATCH",
          headers: { "if-match": tag },
          body: { name },
        });
      const answers = await Promise.all(["one", "two", "three", "four"].map(change));
      const [won, ...more] = answers.filter(({ status }) => status === 200);
      expect(more).toEqual([]);
      for (const answer of answers.filter((one) => one !== won)) {
        expect(answer).toMatchObject(problem(412, "ERR_PLATFORM_CHANGED"));
      }
      expect((await ask(at(`/products/${body.id}`), { token: alice })).body).toEqual(won?.body);
    });

    test.each([
      ['"999"', 412],
      ['W/"1"', 412],
      ["1", 412],
      ["", 412],
      ['"1" or 1=1', 412],
      ['"7", "1"', 200],
      ["*", 200],
    ])("with If-Match: %s is a %i", async (tag, status) => {
      const { body } = await create(alice, { name: "Tagged", priceCents: 1 });
      const headers = { "if-match": tag };
      const answer = await ask(at(`/products/${body.id}`), {
        token: alice,
        method: "PATCH",
        headers,
        body: { priceCents: 2 },
      });
      expect(answer.status).toBe(status);
    });

    test("without If-Match is refused, and so is one of nothing", async () => {
      const { body } = await create(alice, { name: "Bare", priceCents: 1 });
      const path = at(`/products/${body.id}`);
      expect(await ask(path, { token: alice, method: "PATCH", body: { priceCents: 2 } })).toMatchObject(
        problem(428, "ERR_PLATFORM_UNCONDITIONAL"),
      );
      const headers = { "if-match": "*" };
      expect(await ask(path, { token: alice, method: "PATCH", headers, body: {} })).toMatchObject({ status: 400 });
    });
  });

  describe("another organization's product", () => {
    test("is none: not read, not changed, not removed, not listed, and with the answer for one that never was", async () => {
      const { body: own } = await create(alice, { name: "Alice's", priceCents: 5 });
      const headers = { "if-match": "*" };
      for (const more of [
        {},
        { method: "PATCH", headers, body: { name: "Bob's" } },
        { method: "PATCH", headers: { "if-match": '"9"' }, body: { name: "Bob's" } },
        { method: "DELETE" },
        { method: "DELETE", headers },
      ]) {
        const other = await ask(at(`/products/${own.id}`), { token: bob, ...more });
        const none = await ask(at(`/products/${crypto.randomUUID()}`), { token: bob, ...more });
        expect(other).toMatchObject(problem(404, "ERR_FEDSEAL_NOT_FOUND"));
        expect(other.body).toEqual(none.body);
      }
      expect((await ask(at(`/products/${own.id}`), { token: alice })).body).toEqual(own);
      expect((await all(bob)).map(({ id }) => id)).not.toContain(own.id);
      // A page that begins at somebody else's product holds nothing of theirs.
      const { body } = await ask(at(`/products?after=${own.id}`), { token: bob });
      const mine = new Set((await all(bob)).map(({ id }) => id));
      expect(body.items.every(({ id }: { id: string }) => mine.has(id))).toBe(true);
    });

    test("cannot be made by naming the organization", async () => {
      const refused = problem(403, "ERR_FEDSEAL_WRONG_ORGANIZATION");
      const body = { name: "Planted", priceCents: 1 };
      expect(await create(bob, { ...body, orgId: "org_1" })).toMatchObject(refused);
      expect(await ask(at("/products?orgId=org_1"), { token: bob, method: "POST", body })).toMatchObject(refused);
      expect(await ask(at("/products?orgId=org_1"), { token: bob })).toMatchObject(refused);
      expect(await create(bob, { ...body, orgId: "org_2" })).toMatchObject({ status: 201 });
      expect((await all(alice)).filter(({ name }) => name === "Planted")).toEqual([]);
      for (const name of ["org_id", "organization", "id", "version"]) {
        expect(await create(bob, { ...body, [name]: "org_1" })).toMatchObject(problem(400, "ERR_FEDSEAL_REQUEST"));
      }
    });
  });

  describe("what a request holds", () => {
    test.each(INJECTIONS)("%j is text and no SQL", async (text) => {
      const before = await all(alice);
      const { status, body } = await create(alice, { name: text, priceCents: 1 });
      expect({ status, name: body.name }).toEqual({ status: 201, name: text });
      const encoded = encodeURIComponent(text);
      for (const path of [
        `/products/${encoded}`,
        `/products?after=${encoded}`,
        `/products?limit=${encoded}`,
        `/products?archived=${encoded}`,
        `/products?${encoded}=1`,
      ]) {
        expect((await ask(at(path), { token: alice })).status).toBe(400);
      }
      expect(await ask(at(`/products?orgId=${encoded}`), { token: alice })).toMatchObject({ status: 403 });
      const headers = { "if-match": `"1${text}"` };
      const patch = await ask(at(`/products/${body.id}`), {
        token: alice,
        method: "PATCH",
        headers,
        body: { name: "x" },
      });
      expect(patch.status).toBe(412);
      expect(await all(alice)).toHaveLength(before.length + 1);
    });
  });

  // The last: whatever the tests above asked.
  test("each statement was about one organization", () => {
    expect(statements.length).toBeGreaterThan(50);
    for (const sql of statements) {
      expect(sql).toMatch(/^insert into "products" \(.*"org_id".*\) values|where "org_id" = (\?|\$\d+)/);
      expect(sql).not.toMatch(/ or |--|;/i);
    }
  });
});
