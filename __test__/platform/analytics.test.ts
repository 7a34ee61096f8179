import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startAnalytics } from "../../examples/platform/apis/analytics/analytics.js";
import { openWarehouse } from "../../examples/platform/apis/analytics/warehouse.js";
import { ANALYTICS, ask, CATALOG, INJECTIONS, ORIGIN, problem, startPlatform } from "./apis.ts";

/** What organizations sold, with tokens of a real identity provider, held against the same sums in plain JavaScript. */

const DATA = { organizations: ["org_1", "org_2"], rows: 20_000 };
const EVER = "from=2024-01-01&to=2025-12-31";

let platform: Awaited<ReturnType<typeof startPlatform>>;
let analytics: Awaited<ReturnType<typeof startAnalytics>>;
let alice = "";
let bob = "";
let orders: Order[] = [];
const statements: string[] = [];

interface Order {
  org_id: string;
  product_id: string;
  country: string;
  day: string;
  quantity: number;
  amount_cents: number;
  name: string;
  category: string;
}
interface Sums {
  revenueCents: number;
  quantity: number;
  orders: number;
}

const ALL_ORDERS = `SELECT o.* REPLACE (o.day::VARCHAR AS day), p.name, p.category
  FROM orders o JOIN products p USING (org_id, product_id) ORDER BY ALL`;

async function allOrders(): Promise<Order[]> {
  const warehouse = await openWarehouse(DATA);
  const rows = await warehouse.query(ALL_ORDERS, {});
  warehouse.close();
  return rows as unknown as Order[];
}

beforeAll(async () => {
  platform = await startPlatform();
  analytics = await startAnalytics({
    issuer: platform.issuer,
    audience: ANALYTICS,
    origin: ORIGIN,
    ...DATA,
    onStatement: (sql: string) => void statements.push(sql),
  });
  [alice, bob] = [await platform.tokenOf("alice", ANALYTICS), await platform.tokenOf("bob", ANALYTICS)];
  orders = await allOrders();
});
afterAll(async () => {
  await analytics.close();
  await platform.stop();
});

const at = (path: string) => `${analytics.url}${path}`;

/** The same in JavaScript. */
function summed(org: string, keyOf: (order: Order) => string, filter: (order: Order) => boolean = () => true) {
  const sums = new Map<string, Sums>();
  for (const order of orders.filter((one) => one.org_id === org && filter(one))) {
    const sum = sums.get(keyOf(order)) ?? { revenueCents: 0, quantity: 0, orders: 0 };
    sum.revenueCents += order.amount_cents;
    sum.quantity += order.quantity;
    sum.orders += 1;
    sums.set(keyOf(order), sum);
  }
  return [...sums].map(([key, sum]) => ({ key, ...sum })).sort((a, b) => (a.key < b.key ? -1 : 1));
}

describe("the data set", () => {
  test("is the same each time, of all organizations, and joins", async () => {
    expect(await allOrders()).toEqual(orders);
    expect(orders).toHaveLength(DATA.rows);
    const of = (name: keyof Order) => new Set(orders.map((order) => order[name]));
    expect([...of("org_id")].sort()).toEqual(DATA.organizations);
    expect(of("country").size).toBeGreaterThan(10);
    expect(of("category").size).toBeGreaterThan(5);
    expect(of("product_id").size).toBeGreaterThan(150);
    for (const { day, quantity, amount_cents: amount } of orders) {
      expect(day >= "2024-01-01" && day <= "2025-12-31" && quantity > 0 && amount >= 199).toBe(true);
    }
  });
});

describe("revenue", () => {
  const keys = {
    day: ({ day }: Order) => day,
    month: ({ day }: Order) => day.slice(0, 7),
    country: ({ country }: Order) => country,
    category: ({ category }: Order) => category,
  };

  test.each(Object.entries(keys))(
    "by %s is what its orders add up to, for each organization alone",
    async (by, keyOf) => {
      for (const [token, org] of [
        [alice, "org_1"],
        [bob, "org_2"],
      ] as const) {
        const { status, body, headers } = await ask(at(`/revenue?${EVER}&by=${by}`), { token });
        expect(status).toBe(200);
        expect(body.rows).toEqual(summed(org, keyOf));
        expect(headers.get("cache-control")).toBe("private, max-age=60");
        expect(headers.get("vary")).toContain("Authorization");
      }
    },
  );

  test("of a period, a country and a category is that", async () => {
    const { body } = await ask(at("/revenue?from=2025-02-03&to=2025-08-01&country=DE&category=toys"), { token: alice });
    const expected = summed("org_1", keys.month, ({ day, country, category }) => {
      return day >= "2025-02-03" && day <= "2025-08-01" && country === "DE" && category === "toys";
    });
    expect(expected.length).toBeGreaterThan(3);
    expect(body.rows).toEqual(expected);
  });

  test("of nothing is no rows", async () => {
    expect((await ask(at("/revenue?from=1999-01-01&to=1999-12-31"), { token: alice })).body).toEqual({ rows: [] });
    expect((await ask(at(`/revenue?${EVER}&country=ZZ`), { token: alice })).body).toEqual({ rows: [] });
  });
});

test("top products are those that were sold for most", async () => {
  const { body } = await ask(at("/top-products?from=2024-06-01&to=2025-06-01&limit=7"), { token: bob });
  const expected = summed(
    "org_2",
    ({ product_id: id, name, category }) => JSON.stringify([id, name, category]),
    ({ day }) => day >= "2024-06-01" && day <= "2025-06-01",
  )
    .sort((a, b) => b.revenueCents - a.revenueCents || (a.key < b.key ? -1 : 1))
    .slice(0, 7)
    .map(({ key, ...sums }) => {
      const [productId, name, category] = JSON.parse(key);
      return { productId, name, category, ...sums };
    });
  expect(body.rows).toEqual(expected);
});

test("many who ask at once each get their own", async () => {
  const asked = Array.from({ length: 80 }, (_, index) => ({
    token: index % 2 === 0 ? alice : bob,
    path: `/revenue?${EVER}&by=${["day", "month", "country", "category"][index % 4]}&country=${["DE", "US", "AT"][index % 3]}`,
  }));
  const alone = [];
  for (const { token, path } of asked.slice(0, 12)) alone.push((await ask(at(path), { token })).body);
  const together = await Promise.all(asked.map(({ token, path }) => ask(at(path), { token })));
  // The questions come again after twelve.
  for (const [index, { status, body }] of together.entries()) {
    expect({ status, body }).toEqual({ status: 200, body: alone[index % 12] });
  }
});

describe("a token", () => {
  const path = `/revenue?${EVER}`;

  test("is needed, of this API, and of now", async () => {
    expect(await ask(at(path))).toMatchObject(problem(401, "ERR_FEDSEAL_SESSION_MISSING"));
    const other = await platform.tokenOf("alice", CATALOG);
    expect(await ask(at(path), { token: other })).toMatchObject(problem(401, "ERR_FEDSEAL_SESSION_AUDIENCE"));
    const expired = await platform.expired(ANALYTICS);
    expect(await ask(at(path), { token: expired })).toMatchObject(problem(401, "ERR_FEDSEAL_SESSION_EXPIRED"));
  });

  test("of another scope does nothing", async () => {
    const token = await platform.tokenOf("alice", ANALYTICS, ["other:analytics"]);
    for (const one of [path, `/top-products?${EVER}`]) {
      expect(await ask(at(one), { token })).toMatchObject(problem(403, "ERR_PLATFORM_SCOPE"));
    }
  });

  test("is of one organization, whichever is named", async () => {
    const refused = problem(403, "ERR_FEDSEAL_WRONG_ORGANIZATION");
    for (const one of [path, `/top-products?${EVER}`]) {
      expect(await ask(at(`${one}&orgId=org_2`), { token: alice })).toMatchObject(refused);
      expect(await ask(at(`${one}&orgId=org_1`), { token: alice })).toMatchObject({ status: 200 });
      expect(await ask(at(`${one}&org_id=org_1`), { token: alice })).toMatchObject({ status: 400 });
    }
  });
});

describe("what a request holds", () => {
  test.each(INJECTIONS)("%j is text and no SQL", async (text) => {
    const encoded = encodeURIComponent(text);
    for (const query of [
      `from=${encoded}&to=2025-12-31`,
      `from=2024-01-01&to=${encoded}`,
      `from=2024-01-01${encoded}&to=2025-12-31`,
      `${EVER}&country=${encoded}`,
      `${EVER}&category=${encoded}`,
      `${EVER}&by=${encoded}`,
      `${EVER}&by=day${encoded}`,
      `${EVER}&${encoded}=1`,
    ]) {
      expect(await ask(at(`/revenue?${query}`), { token: alice })).toMatchObject(problem(400, "ERR_FEDSEAL_REQUEST"));
    }
    for (const query of [`${EVER}&limit=${encoded}`, `${EVER}&limit=1${encoded}`, `from=${encoded}&to=2025-12-31`]) {
      expect(await ask(at(`/top-products?${query}`), { token: alice })).toMatchObject({ status: 400 });
    }
    expect(await ask(at(`/revenue?${EVER}&orgId=${encoded}`), { token: alice })).toMatchObject({ status: 403 });
  });

  test.each([
    "",
    "from=2024-01-01",
    "from=2024-02-30&to=2024-03-01",
    "from=2024-01-01&from=2024-01-02&to=2024-03-01",
    `${EVER}&by=year`,
    `${EVER}&by=constructor`,
    `${EVER}&country=de`,
    `${EVER}&category=none`,
  ])("the query %j is refused", async (query) => {
    expect(await ask(at(`/revenue?${query}`), { token: alice })).toMatchObject(problem(400, "ERR_FEDSEAL_REQUEST"));
  });

  test("a period that ends before it begins is refused", async () => {
    expect(await ask(at("/revenue?from=2025-01-02&to=2025-01-01"), { token: alice })).toMatchObject(
      problem(400, "ERR_PLATFORM_PERIOD"),
    );
  });
});

test("a query is given up when who asked has left", async () => {
  const lines: string[] = [];
  let controller = new AbortController();
  const slow = await startAnalytics({
    issuer: platform.issuer,
    audience: ANALYTICS,
    origin: ORIGIN,
    organizations: ["org_1"],
    rows: 500_000,
    // The query is about to run.
    onStatement: () => controller.abort(),
    logger: { stream: { write: (line: string) => void lines.push(line) } },
  });
  try {
    const isSeen = () => lines.some((line) => line.includes("ERR_PLATFORM_GONE"));
    // One that was done before its end was noticed is no proof of anything.
    for (let attempt = 0; attempt < 50 && !isSeen(); attempt++) {
      controller = new AbortController();
      const headers = { authorization: `Bearer ${alice}` };
      await expect(
        fetch(`${slow.url}/revenue?${EVER}&by=day`, { headers, signal: controller.signal }),
      ).rejects.toMatchObject({ name: "AbortError" });
      for (let wait = 0; wait < 10 && !isSeen(); wait++) await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(isSeen()).toBe(true);
  } finally {
    await slow.close();
  }
});

// The last: whatever the tests above asked.
test("each statement named the organization of both tables", () => {
  expect(statements.length).toBeGreaterThan(50);
  for (const sql of statements) {
    expect(sql).toContain("products.org_id = $org_id AND ");
    expect(sql).toContain("WHERE orders.org_id = $org_id AND ");
    expect(sql.match(/\b(FROM|JOIN) \w+/g)).toEqual(["FROM orders", "JOIN products"]);
    expect(sql).not.toMatch(/ or |--|;|\/\*|union/i);
  }
});
