// Loads pages as browsers do, without one: a process of its own, so that its times are not those of what it asks.
import { performance } from "node:perf_hooks";
import { decodeJwt } from "jose";

/** Far above what any answer takes. */
const LONGEST = 20_000;

let origin;
let apis;

process.on("message", async (message) => {
  try {
    process.send(await answer(message));
  } catch (error) {
    process.send({ error: error.stack });
  }
});
process.on("disconnect", () => process.exit());

async function answer(message) {
  if (message.origin !== undefined) {
    ({ origin, apis } = message);
    return {};
  }
  const times = { page: [], session: [], overview: [] };
  const counts = { loads: 0, degraded: 0, limited: 0, failed: 0, wrong: 0 };
  const { cookies, loads, seconds, parallel = loads } = message;
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : performance.now() + seconds * 1000;
  let next = 0;
  const one = async () => {
    while (performance.now() < end && (loads === undefined || next < loads)) {
      const cookie = cookies[next++ % cookies.length];
      await load(cookie, times, counts);
      counts.loads += 1;
    }
  };
  await Promise.all(Array.from({ length: parallel }, one));
  return { counts, ...(seconds === undefined && { times }) };
}

async function load(cookie, times, counts) {
  const ask = async (path, init = {}) => {
    const start = performance.now();
    const response = await fetch(`${origin}${path}`, {
      ...init,
      headers: { cookie, origin, "content-type": "application/json" },
      signal: AbortSignal.timeout(LONGEST),
    });
    const text = await response.text();
    const took = performance.now() - start;
    if (response.status === 429) counts.limited += 1;
    else if (!response.ok) counts.failed += 1;
    return { took, body: text.startsWith("{") ? JSON.parse(text) : {} };
  };
  try {
    times.page.push((await ask("/reports")).took);
    const [session] = await Promise.all([
      ask("/api/platform/session"),
      ask("/api/platform/releases"),
      ask("/api/platform/settings"),
    ]);
    times.session.push(session.took);
    // One organization has the keyed API, the other one the API of sums alone.
    const remote = session.body.entitlements.includes("admin") ? "admin" : "reports";
    const { token } = (await ask(`/api/platform/token/${remote}`, { method: "POST", body: "{}" })).body;
    const [overview] = await Promise.all([ask("/api/overview"), call(remote, token)]);
    times.overview.push(overview.took);
    if (overview.body.degraded?.length > 0) counts.degraded += 1;
    const { orgId } = session.body;
    if (overview.body.orgId !== orgId || decodeJwt(token).org_id !== orgId) counts.wrong += 1;
  } catch (error) {
    counts.failed += 1;
    console.error(String(error));
  }
}

const CALLS = { admin: "/products?limit=100", reports: "/top-products?from=2024-01-01&to=2024-01-31&limit=1" };

async function call(remote, token) {
  const response = await fetch(`${apis[remote]}${CALLS[remote]}`, {
    headers: { authorization: `Bearer ${token}`, origin },
    signal: AbortSignal.timeout(LONGEST),
  });
  await response.arrayBuffer();
}
