// Canaries: what share of organizations gets one, and how soon one that fails is stopped. No clock is part of it: drawn from seeds.
import { judgeCanary, setFor } from "@fedseal/fastify";
import { generator } from "./data.mjs";

const SHARES = [1, 5, 10, 50];
const MOST_LOADS = 100_000;

export function canaries({ scale }) {
  return [shares(Math.max(1_000, Math.round(20_000 * scale))), stopping(Math.max(20, Math.round(200 * scale)))];
}

function shares(organizations) {
  const stable = { release: "1.0.0", manifest: "https://cdn.example.com/shop/1.0.0/mf-manifest.json" };
  const rows = SHARES.map((percent) => {
    const canary = { release: "1.1.0", manifest: "https://cdn.example.com/shop/1.1.0/mf-manifest.json", percent };
    const state = { seq: 1, remotes: { shop: { stable, canary } } };
    let count = 0;
    for (let index = 0; index < organizations; index++) {
      if (setFor(state, `org_${index}`).remotes.shop.channel === "canary") count += 1;
    }
    return { name: `${percent} %`, samples: [{ count, share: (100 * count) / organizations }] };
  });
  const columns = [
    { key: "count", label: "organizations" },
    { key: "share", label: "share, %" },
  ];
  const note = `Of ${organizations.toLocaleString("en")} organizations, by the hash of remote, release and organization.`;
  return { heading: "Organizations with a canary", note, rows, columns, ratios: false };
}

function stopping(runs) {
  const failing = [
    { name: "one load in ten fails", canary: 0.1, stable: 0.005 },
    { name: "one in fifty", canary: 0.02, stable: 0.005 },
    { name: "as seldom as what is stable", canary: 0.005, stable: 0.005, most: 10_000 },
  ];
  const rows = failing.map(({ name, ...rates }) => {
    const took = Array.from({ length: runs }, (_, seed) => run(seed + 1, rates));
    const stopped = took.filter((one) => one !== undefined).sort((a, b) => a.canary - b.canary);
    const at = (share, side) => stopped[Math.min(stopped.length - 1, Math.floor(share * stopped.length))]?.[side] ?? 0;
    return {
      name,
      samples: [
        {
          stopped: stopped.length,
          median: at(0.5, "canary"),
          p99: at(0.99, "canary"),
          most: at(1, "canary"),
          all: at(0.5, "all"),
        },
      ],
    };
  });
  const columns = [
    { key: "stopped", label: "runs that stopped it" },
    { key: "median", label: "loads of the canary until then: median" },
    { key: "p99", label: "p99" },
    { key: "most", label: "at most" },
    { key: "all", label: "all loads, median" },
  ];
  const note = `${runs} seeded runs, 2,200 people, one load in ten of the canary, a look after every 20 loads; of what is stable, one load in 200 fails.`;
  return { heading: "Until a canary is stopped", note, rows, columns, ratios: false };
}

/** Loads until the canary is stopped, of it and of all. */
function run(seed, { most: last = MOST_LOADS, ...failing }) {
  const random = generator(seed);
  const draw = () => random() / 2 ** 32;
  const side = () => ({ loads: 0, errors: 0, people: 0, failing: 0, most: 0 });
  const sides = { canary: side(), stable: side() };
  const people = { canary: new Map(), stable: new Map() };
  for (let load = 1; load <= last; load++) {
    const channel = draw() < 0.1 ? "canary" : "stable";
    const person = Math.floor(draw() * (channel === "canary" ? 200 : 2_000));
    const isError = draw() < failing[channel];
    const [loads, errors] = people[channel].get(person) ?? [0, 0];
    // As many of one person count.
    if (loads === 20) continue;
    people[channel].set(person, [loads + 1, errors + Number(isError)]);
    const sums = sides[channel];
    sums.loads += 1;
    sums.errors += Number(isError);
    sums.people = people[channel].size;
    if (isError && errors === 0) sums.failing += 1;
    sums.most = Math.max(sums.most, errors + Number(isError));
    if (load % 20 === 0 && judgeCanary(sides.canary, sides.stable).verdict === "bad") {
      return { canary: sides.canary.loads, all: load };
    }
  }
  return undefined;
}
