import { describe, expect, test } from "vitest";
import { openWarehouse } from "../../examples/platform/apis/analytics/warehouse.js";

/** The column store in a process: its limits, and what happens to queries that take too long or that nobody waits for. */

describe("the warehouse", () => {
  const FOR_EVER = "SELECT sum(hash(a.range + b.range)) AS x FROM range(1000000000) a, range(1000) b";
  const one = { organizations: ["org_1"], rows: 10, connections: 1 };

  test("ends a query whose time is over, and serves the next", async () => {
    const warehouse = await openWarehouse({ ...one, timeout: 100 });
    try {
      for (let round = 0; round < 3; round++) {
        await expect(warehouse.query(FOR_EVER, {})).rejects.toMatchObject({
          code: "ERR_PLATFORM_SLOW",
          statusCode: 503,
        });
        expect(await warehouse.query("SELECT $a::INTEGER AS x", { a: round })).toEqual([{ x: round }]);
      }
    } finally {
      warehouse.close();
    }
  });

  test("gives up a query that nobody waits for, running or in line", async () => {
    const warehouse = await openWarehouse({ ...one, timeout: 60_000 });
    try {
      const [running, inLine] = [new AbortController(), new AbortController()];
      const gone = { code: "ERR_PLATFORM_GONE" };
      const asked = [
        expect(warehouse.query(FOR_EVER, {}, running.signal)).rejects.toMatchObject(gone),
        expect(warehouse.query(FOR_EVER, {}, inLine.signal)).rejects.toMatchObject(gone),
      ];
      const last = warehouse.query("SELECT 1 AS x", {});
      inLine.abort();
      running.abort();
      await Promise.all(asked);
      expect(await last).toEqual([{ x: 1 }]);
      await expect(warehouse.query("SELECT 1", {}, AbortSignal.abort())).rejects.toMatchObject(gone);
    } finally {
      warehouse.close();
    }
  });

  test("ends a query whenever it is told to, while it is prepared as well", async () => {
    const warehouse = await openWarehouse({ ...one, timeout: 60_000 });
    try {
      for (const milliseconds of [0, 0, 0, 1, 1, 1, 2, 3, 5, 8]) {
        const left = new AbortController();
        const asked = expect(warehouse.query(FOR_EVER, {}, left.signal)).rejects.toMatchObject({
          code: "ERR_PLATFORM_GONE",
        });
        if (milliseconds === 0) setImmediate(() => left.abort());
        else setTimeout(() => left.abort(), milliseconds);
        await asked;
        // Nothing of that ends what the connection is used for next.
        expect(await warehouse.query("SELECT 1 AS x", {})).toEqual([{ x: 1 }]);
      }
    } finally {
      warehouse.close();
    }
  });

  test("lets only so many wait", async () => {
    const warehouse = await openWarehouse({ ...one, waiting: 2 });
    try {
      const asked = Array.from({ length: 5 }, () => warehouse.query("SELECT 1 AS x", {}));
      const settled = await Promise.allSettled(asked);
      expect(settled.map(({ status }) => status)).toEqual([
        "fulfilled",
        "fulfilled",
        "fulfilled",
        "rejected",
        "rejected",
      ]);
      expect(settled[4]).toMatchObject({ reason: { code: "ERR_PLATFORM_BUSY", statusCode: 503 } });
    } finally {
      warehouse.close();
    }
  });

  test("keeps its limits, reads no file and loads nothing", async () => {
    const warehouse = await openWarehouse(one);
    try {
      const settings = await warehouse.query(
        "SELECT name, value FROM duckdb_settings() WHERE name IN ('threads', 'memory_limit')",
        {},
      );
      expect(Object.fromEntries(settings.map(({ name, value }) => [name, value]))).toEqual({
        threads: "2",
        memory_limit: "488.2 MiB",
      });
      for (const sql of [
        "SET threads = 8",
        "SET memory_limit = '8GB'",
        "SET enable_external_access = true",
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY orders TO '/tmp/orders.csv'",
        "INSTALL httpfs",
        "ATTACH '/tmp/other.db'",
      ]) {
        await expect(warehouse.query(sql, {})).rejects.toThrow();
      }
    } finally {
      warehouse.close();
    }
  });

  test("takes organizations as they are called", async () => {
    const names = ["o'brien", "x]; DROP TABLE products; --", "$rows", "ü"];
    const warehouse = await openWarehouse({ organizations: names, rows: 40 });
    try {
      const found = await warehouse.query("SELECT DISTINCT org_id FROM orders ORDER BY 1", {});
      expect(found.map(({ org_id: id }) => id).sort()).toEqual(names.sort());
    } finally {
      warehouse.close();
    }
    await expect(openWarehouse({ organizations: [], rows: 1 })).rejects.toThrow("organizations");
  });
});
