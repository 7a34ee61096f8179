// 200 page loads at once, while something is the matter with Redis.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { loadavg } from "node:os";
import { interleave } from "./measure.mjs";

const COLUMNS = [
  { key: "pageP50", label: "page p50", unit: "ms" },
  { key: "pageP99", label: "page p99", unit: "ms" },
  { key: "sessionP50", label: "session p50", unit: "ms" },
  { key: "sessionP99", label: "session p99", unit: "ms" },
  { key: "overviewP50", label: "overview p50", unit: "ms" },
  { key: "overviewP99", label: "overview p99", unit: "ms" },
];

export async function loads({ place, scale, rounds }) {
  const count = Math.max(10, Math.round(200 * scale));
  const all = { loads: 0, degraded: 0, limited: 0, failed: 0, wrong: 0 };
  let busy = 0;
  // The APIs are in this process.
  const seen = ({ response }) => {
    if (response.statusCode >= 500) busy += 1;
  };
  subscribe("http.server.response.finish", seen);
  await place.signInAll();
  await once(place, count);
  let round = 0;
  const rows = await interleave("Page loads", place.states, rounds, async ({ begin, end }) => {
    // Before a session ends.
    if (round++ % 8 === 7) await place.signInAll();
    await begin();
    const { counts, times } = await once(place, count);
    await end();
    for (const [name, value] of Object.entries(counts)) all[name] += value;
    const { page, session, overview } = times;
    return {
      pageP50: quantile(page, 0.5),
      pageP99: quantile(page, 0.99),
      sessionP50: quantile(session, 0.5),
      sessionP99: quantile(session, 0.99),
      overviewP50: quantile(overview, 0.5),
      overviewP99: quantile(overview, 0.99),
      load: loadavg()[0],
      counts,
    };
  });
  unsubscribe("http.server.response.finish", seen);
  const busiest = Math.max(...rows.flatMap(({ samples }) => samples.map(({ load }) => load)));
  const note =
    `${count} page loads at once by ${place.names.length} people of two organizations, two pods; each is the page, session, releases, settings, a token, ` +
    `the overview, and a call of an API. Redis fails when a run begins. Of ${all.loads} loads: ${all.wrong} answers of another tenant, ` +
    `${all.failed} requests of the server failed, ${all.limited} were limited; the APIs answered ${busy} times that they are busy, so that ${all.degraded} overviews had a gap. ` +
    `Load average up to ${busiest.toFixed(1)}.`;
  return [{ heading: "Page loads, and Redis that fails", note, rows, columns: COLUMNS }];
}

const once = (place, loads) => place.client.ask({ cookies: [...place.cookies.values()], loads });

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
