// 200 page loads at once, while something is the matter with Redis.
import { loadavg } from "node:os";
import { interleave } from "./measure.mjs";

const COLUMNS = [
  { key: "sessionP50", label: "session p50", unit: "ms" },
  { key: "sessionP99", label: "session p99", unit: "ms" },
  { key: "overviewP50", label: "overview p50", unit: "ms" },
  { key: "overviewP99", label: "overview p99", unit: "ms" },
];

export async function loads({ place, scale, rounds }) {
  const count = Math.max(10, Math.round(200 * scale));
  const all = { loads: 0, degraded: 0, busy: 0, limited: 0, failed: 0, wrong: 0 };
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
    const [session, overview] = [times.session, times.overview];
    return {
      sessionP50: quantile(session, 0.5),
      sessionP99: quantile(session, 0.99),
      overviewP50: quantile(overview, 0.5),
      overviewP99: quantile(overview, 0.99),
      load: loadavg()[0],
      counts,
    };
  });
  const busiest = Math.max(...rows.flatMap(({ samples }) => samples.map(({ load }) => load)));
  const note =
    `${count} page loads at once by ${place.names.length} people of two organizations, two pods; each is the page, session, releases, settings, a token, ` +
    `the overview, and a call of an API. Redis fails when a run begins. Of ${all.loads} loads: ${all.wrong} answers of another tenant, ` +
    `${all.failed} requests failed, ${all.limited} were limited, ${all.busy} calls and parts of ${all.degraded} overviews were refused by a busy API. ` +
    `Load average up to ${busiest.toFixed(1)}.`;
  return [{ heading: "Page loads, and Redis that fails", note, rows, columns: COLUMNS }];
}

const once = (place, loads) => place.client.ask({ cookies: [...place.cookies.values()], loads });

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
}
