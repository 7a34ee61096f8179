import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { plain, revenueQuery, topProductsQuery } from "../../examples/platform/apis/analytics/queries.js";
import { openWarehouse } from "../../examples/platform/apis/analytics/warehouse.js";
import { ORGANIZATIONS } from "../../examples/platform/start/people.js";
import { startPlatform } from "../../examples/platform/start/start.js";
import { RedisServer, type SlowProxy, slowDown } from "../fastify/redis.ts";
import { Browser } from "./browser.ts";
import { faultsOf, type Person, type Place, type Tenant } from "./page-load.ts";

/**
 * Two organizations on all of the platform at once: two pods, a real Redis, real sign-ins. Each answer is checked for whose it is, also
 * while Redis cannot be used.
 */

const ROWS = 20_000;
const LOADS = 200;
/** Each belongs to both organizations and is signed in to both. Enough that nobody asks more often than a person may. */
const PEOPLE = 20;
const PERIOD = { from: "2024-01-01", to: "2025-12-31" };
const PRODUCTS = ["Chair", "Lamp", "Table"];

describe.skipIf(process.env.FEDSEAL_REDIS === "none")("200 page loads of two organizations at once", () => {
  let redis: RedisServer;
  let proxy: SlowProxy;
  let platform: Awaited<ReturnType<typeof startPlatform>>;
  let place: Place;
  const people: Person[] = [];

  beforeAll(async () => {
    redis = await RedisServer.start();
    proxy = await slowDown(redis.port, 0);
    const folder = mkdtempSync(join(tmpdir(), "fedseal-isolation-"));
    platform = await startPlatform({ folder, pods: 2, redis: proxy.url, rows: ROWS });
    const { addresses, settings } = platform;
    place = {
      origin: addresses.bff,
      apis: settings.apis,
      audiences: { admin: settings.targets.admin.audience, reports: settings.targets.reports.audience },
      period: new URLSearchParams(PERIOD).toString(),
    };
    await allow(["org_globex"]);
    const tenants = [
      { ...(await figuresOf("org_acme")), reports: { own: "1.0.0", other: "1.1.0" }, products: PRODUCTS },
      { ...(await figuresOf("org_globex")), reports: { own: "1.1.0", other: "1.0.0" }, products: [] },
    ];
    for (const tenant of tenants) {
      for (let index = 0; index < PEOPLE; index++) people.push(await signIn(`person-${index}`, tenant));
    }
    await addProducts(people[0] as Person);
    await told();
  });
  afterAll(async () => {
    redis?.thaw();
    await platform?.stop();
    await proxy?.stop();
    await redis?.kill();
  });

  /** What the warehouse has of an organization, without a server between. */
  async function figuresOf(orgId: string): Promise<Pick<Tenant, "orgId" | "revenueCents" | "best">> {
    const warehouse = await openWarehouse({ organizations: ORGANIZATIONS.map(({ id }) => id), rows: ROWS });
    const rowsOf = async ({ sql, values }: ReturnType<typeof revenueQuery>) =>
      plain(await warehouse.query(sql, values));
    const revenue = await rowsOf(revenueQuery(orgId, { ...PERIOD, by: "category" }));
    const [best] = await rowsOf(topProductsQuery(orgId, { ...PERIOD, limit: 1 }));
    warehouse.close();
    return {
      orgId,
      revenueCents: revenue.reduce((sum: number, row: Record<string, unknown>) => sum + Number(row.revenueCents), 0),
      best: String(best?.name),
    };
  }

  async function signIn(name: string, tenant: Tenant): Promise<Person> {
    const { directory } = platform;
    if (!directory.person(name)) directory.addPerson({ name, password: name });
    directory.accept(directory.invite(tenant.orgId, `${name}@example.com`), name);
    const browser = new Browser(place.origin);
    const query = new URLSearchParams({ return: "/api/platform/session", organization: tenant.orgId });
    const { url } = await browser.get(`${place.origin}/login?${query}`);
    const { status, body } = await browser.post(url, new URLSearchParams({ name, password: name }));
    expect({ status, body: JSON.parse(body) }).toMatchObject({ status: 200, body: { sub: name, orgId: tenant.orgId } });
    return { name, cookie: `__Host-session=${browser.cookies.get("__Host-session")}`, tenant };
  }

  async function addProducts({ cookie }: Person): Promise<void> {
    const { origin } = place;
    const answer = await fetch(`${origin}/api/platform/token/admin`, { method: "POST", headers: { cookie, origin } });
    const { token } = (await answer.json()) as { token: string };
    for (const name of PRODUCTS) {
      const made = await fetch(`${place.apis.admin}/products`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, origin, "content-type": "application/json" },
        body: JSON.stringify({ name, priceCents: 100 }),
      });
      expect(made.status).toBe(201);
    }
  }

  function allow(organizations: string[]) {
    return platform.store.change({
      who: "the test",
      why: "another release for one of them",
      // Of a remote that both have. Nobody loads it here: it is the sets and policies that count.
      to: ({ remotes: { reports, ...others }, ...state }) => {
        if (!reports) throw new Error("there are no reports");
        const manifest = reports.stable.manifest.replace("/1.0.0/", "/1.1.0/");
        const canary = { ...reports.stable, release: "1.1.0", manifest, percent: 0, allow: organizations };
        return { ...state, remotes: { ...others, reports: { ...reports, canary } } };
      },
    });
  }

  /** Waits until each pod has the state of now; a change that comes after Redis was away shows that it is asked again. */
  async function told(): Promise<void> {
    const { seq } = await changed();
    const { cookie } = people[0] as Person;
    let same = 0;
    for (let attempt = 0; attempt < 200 && same < 8; attempt++) {
      const headers = { cookie, connection: "close" };
      const answer = await fetch(`${place.origin}/api/platform/releases`, { headers });
      const set = (await answer.json()) as { seq?: number };
      same = set.seq === seq ? same + 1 : 0;
      if (same === 0) await sleep(100);
    }
    expect(same).toBe(8);
  }

  async function changed() {
    for (let attempt = 0; ; attempt++) {
      try {
        return await allow(["org_globex"]);
      } catch (error) {
        if (attempt === 50) throw error;
        await sleep(100);
      }
    }
  }

  async function loads(): Promise<void> {
    const all = Array.from({ length: LOADS }, (_, index) => people[(index * 21) % people.length] as Person);
    const outcomes = await Promise.all(all.map((person) => faultsOf(place, person)));
    expect(outcomes.flatMap(({ faults }) => faults)).toEqual([]);
    for (const { orgId } of new Set(all.map(({ tenant }) => tenant))) {
      const own = outcomes.filter((_, index) => all[index]?.tenant.orgId === orgId);
      expect(own).toHaveLength(LOADS / 2);
      // Figures were compared, and not only gaps.
      expect(own.some(({ whole }) => whole > 0)).toBe(true);
      expect(own.some(({ busy }) => busy === 0)).toBe(true);
    }
  }

  test("with Redis", loads);

  test("with a slow one", async () => {
    proxy.milliseconds = 100;
    await loads();
    proxy.milliseconds = 0;
    await told();
  });

  test("with a full one", async () => {
    const direct = new Redis(redis.url);
    await direct.config("SET", "maxmemory", "1");
    expect(await direct.set("x", "y").catch((error) => String(error))).toContain("OOM");
    await loads();
    await direct.config("SET", "maxmemory", "0");
    direct.disconnect();
    await told();
  });

  test("with a frozen one", async () => {
    redis.freeze();
    await loads();
    redis.thaw();
    await told();
  });

  test("with one that was killed", async () => {
    await redis.kill();
    await loads();
  });
});
