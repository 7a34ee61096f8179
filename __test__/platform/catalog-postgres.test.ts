import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startCatalog } from "../../examples/platform/apis/catalog/catalog.js";
import { ask, CATALOG, ORIGIN, problem, startPlatform } from "./apis.ts";
import { PostgresServer } from "./postgres.ts";

/** What only a database of its own can do: be shared by several servers, and go away. */

describe.skipIf(process.env.FEDSEAL_POSTGRES === "none")("PostgreSQL", () => {
  let postgres: PostgresServer;
  let platform: Awaited<ReturnType<typeof startPlatform>>;
  let servers: Awaited<ReturnType<typeof startCatalog>>[] = [];
  let token = "";

  beforeAll(async () => {
    [postgres, platform] = await Promise.all([PostgresServer.start(), startPlatform()]);
    token = await platform.tokenOf("alice", CATALOG);
    const start = () =>
      startCatalog({ issuer: platform.issuer, audience: CATALOG, origin: ORIGIN, database: postgres.url });
    // All at once, and none of them finds a table.
    servers = await Promise.all([start(), start(), start()]);
  });
  afterAll(async () => {
    for (const { close } of servers) await close();
    await platform.stop();
    await postgres.stop();
  });

  const create = (url: string, name: string) =>
    ask(`${url}/products`, { token, method: "POST", body: { name, priceCents: 1 } });

  test("is shared by servers that began at once", async () => {
    const { body } = await create(servers[0]?.url ?? "", "Shared");
    for (const { url } of servers) {
      expect((await ask(`${url}/products/${body.id}`, { token })).body).toEqual(body);
    }
  });

  test("lets one of many who change the same version win, whichever server they ask", async () => {
    const { body } = await create(servers[0]?.url ?? "", "Contested");
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        ask(`${servers[index % 3]?.url}/products/${body.id}`, {
          token,
          method: "PATCH",
          headers: { "if-match": '"1"' },
          body: { name: `by ${index}` },
        }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 412)).toHaveLength(29);
    expect((await ask(`${servers[1]?.url}/products/${body.id}`, { token })).body).toEqual(won[0]?.body);
  });

  test("that goes away is an error that says nothing of it, and is used again when it is back", async () => {
    const url = servers[0]?.url ?? "";
    const { body } = await create(url, "Kept");
    await postgres.kill();
    for (let round = 0; round < 3; round++) {
      const answer = await ask(`${url}/products`, { token });
      expect(answer).toMatchObject(problem(500, "ERR_FEDSEAL_INTERNAL"));
      expect(JSON.stringify(answer.body)).not.toMatch(/postgres|connect|ECONN|\d{4}/i);
    }
    expect(await ask(`${url}/health`)).toMatchObject({ status: 200 });
    await postgres.run();
    expect((await ask(`${url}/products/${body.id}`, { token })).body).toEqual(body);
  });

  test("that cannot be had is an error at the start", async () => {
    const database = "postgres://catalog@127.0.0.1:1/postgres";
    await expect(
      startCatalog({ issuer: platform.issuer, audience: CATALOG, origin: ORIGIN, database }),
    ).rejects.toThrow("the database cannot be brought up to date");
  });
});
