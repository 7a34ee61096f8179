// What the platform's two databases are for: sums over a million rows, and single rows by key, each asked of both, DuckDB and SQLite.
import { isDeepStrictEqual } from "node:util";
import Database from "libsql";
import { plain, revenueQuery } from "../examples/platform/apis/analytics/queries.js";
import { openWarehouse } from "../examples/platform/apis/analytics/warehouse.js";
import { interleave, stopwatch } from "./measure.mjs";

const ORGANIZATIONS = ["org_1", "org_2", "org_3"];
const PERIOD = { from: "2024-07-01", to: "2025-06-30" };
const FILTER = { ...PERIOD, category: "toys", by: "country" };

/** Two tables. */
export async function analytics({ scale, rounds }) {
  const rows = Math.max(1_000, Math.round(1_000_000 * scale));
  const warehouse = await openWarehouse({ organizations: ORGANIZATIONS, rows, timeout: 60_000 });
  const sqlite = new Database(":memory:");
  try {
    await copy(warehouse, sqlite, rows);
    return [await sums({ warehouse, sqlite, rows, rounds }), await keyed({ warehouse, sqlite, scale, rounds })];
  } finally {
    sqlite.close();
    warehouse.close();
  }
}

async function sums({ warehouse, sqlite, rows, rounds }) {
  const asked = [PERIOD, FILTER].map((one) => ({ by: "month", ...one }));
  const prepared = asked.map((one) => sqlite.prepare(sqliteQuery(one)));
  const inSqlite = (org) => asked.map((one, index) => prepared[index].all(sqliteValues(org, one)));
  const inDuckdb = async (org) => {
    const answers = [];
    for (const one of asked) {
      const { sql, values } = revenueQuery(org, one);
      answers.push(plain(await warehouse.query(sql, values)));
    }
    return answers;
  };
  // The same answers, or the times mean nothing.
  for (const org of ORGANIZATIONS) {
    const [expected, got] = [inSqlite(org), await inDuckdb(org)];
    if (!isDeepStrictEqual(got, expected)) throw new Error(`DuckDB and SQLite do not agree about ${org}`);
  }
  const variants = [
    { name: "SQLite", run: inSqlite },
    { name: "DuckDB", run: inDuckdb },
  ];
  return {
    heading: "Filter, join and aggregation",
    note:
      `${rows.toLocaleString("en")} orders of ${ORGANIZATIONS.length} organizations, joined to their products: one year by month, and by country ` +
      "for one category, for each organization. In memory; SQLite has an index by organization and day, DuckDB has two threads.",
    rows: await interleave("Aggregating", variants, rounds, async ({ run }) => {
      const stop = stopwatch();
      for (const org of ORGANIZATIONS) await run(org);
      return stop();
    }),
  };
}

async function keyed({ warehouse, sqlite, scale, rounds }) {
  const count = Math.max(50, Math.round(2_000 * scale));
  const keys = Array.from({ length: count }, (_, index) => [
    ORGANIZATIONS[index % ORGANIZATIONS.length],
    `p${String(1 + ((index * 7) % 200)).padStart(3, "0")}`,
  ]);
  const text = "SELECT name FROM products WHERE org_id = ? AND product_id = ?";
  const statement = sqlite.prepare(text);
  const variants = [
    { name: "SQLite", run: async ([org, id]) => statement.get([org, id]) },
    {
      name: "DuckDB",
      run: async ([org, id]) => {
        const named = text.replace("?", "$org").replace("?", "$id");
        return (await warehouse.query(named, { org, id }))[0];
      },
    },
  ];
  const measure = async ({ run }) => {
    const stop = stopwatch();
    for (const key of keys) if (!(await run(key))?.name) throw new Error(`no product ${key}`);
    return stop();
  };
  for (const variant of variants) await measure(variant);
  return {
    heading: "Single rows by key",
    note: `${count.toLocaleString("en")} products of ${ORGANIZATIONS.length * 200}, one statement for each.`,
    rows: await interleave("Reading by key", variants, rounds, measure),
  };
}

/** {@link revenueQuery} in SQLite's words. */
function sqliteQuery({ by, category }) {
  const group = by === "month" ? "substr(orders.day, 1, 7)" : "orders.country";
  return `SELECT ${group} AS key, sum(amount_cents) AS revenueCents, sum(quantity) AS quantity, count(*) AS orders
    FROM orders JOIN products ON products.org_id = orders.org_id AND products.product_id = orders.product_id
    WHERE orders.org_id = ? AND orders.day BETWEEN ? AND ? ${category === undefined ? "" : "AND products.category = ?"}
    GROUP BY 1 ORDER BY 1`;
}

function sqliteValues(org, { from, to, category }) {
  return [org, from, to, ...(category === undefined ? [] : [category])];
}

/** The rows of the warehouse, in SQLite. */
async function copy(warehouse, sqlite, rows) {
  sqlite.exec(`
    CREATE TABLE orders (org_id TEXT, product_id TEXT, country TEXT, day TEXT, quantity INTEGER, amount_cents INTEGER);
    CREATE TABLE products (org_id TEXT, product_id TEXT, name TEXT, category TEXT, PRIMARY KEY (org_id, product_id)) WITHOUT ROWID;
  `);
  insert(sqlite, "products", await warehouse.query("SELECT * FROM products", {}));
  const PAGE = 100_000;
  for (let start = 0; start < rows; start += PAGE) {
    const page = "SELECT * REPLACE (day::VARCHAR AS day) FROM orders WHERE rowid >= $start AND rowid < $end";
    insert(sqlite, "orders", await warehouse.query(page, { start, end: start + PAGE }));
  }
  const [{ count }] = sqlite.prepare("SELECT count(*) AS count FROM orders").all();
  if (count !== rows) throw new Error(`${count} of ${rows} rows were copied`);
  sqlite.exec("CREATE INDEX orders_key ON orders (org_id, day); ANALYZE");
}

/** Many rows with one statement: a statement for each takes minutes. */
function insert(sqlite, table, rows) {
  const width = Object.keys(rows[0]).length;
  const BLOCK = 100;
  const textOf = (count) =>
    `INSERT INTO ${table} VALUES ${Array(count)
      .fill(`(${Array(width).fill("?").join(", ")})`)
      .join(", ")}`;
  const whole = sqlite.prepare(textOf(BLOCK));
  sqlite.exec("BEGIN");
  for (let start = 0; start < rows.length; start += BLOCK) {
    const block = rows.slice(start, start + BLOCK);
    const statement = block.length === BLOCK ? whole : sqlite.prepare(textOf(block.length));
    statement.run(block.flatMap((row) => Object.values(row)));
  }
  sqlite.exec("COMMIT");
}
