// Tokens: how often the issuer is asked, and what a new key of its costs.
import { subscribe, unsubscribe } from "node:diagnostics_channel";
import { signInAs } from "./platform-place.mjs";

/** Keys are looked for again, at most this often, in ms. */
const COOLDOWN = 2_500;

export async function tokens({ place, scale }) {
  return [await exchanging(place, scale), await rotating(place, scale)];
}

async function exchanging({ platform, names }, scale) {
  const requests = Math.max(50, Math.round(1_000 * scale));
  const people = names.slice(0, 20);
  const cookies = [];
  for (const name of people) cookies.push(await signInAs(platform, name));
  let asked = 0;
  // The issuer is in this process; each exchange is a request to it.
  const count = ({ request }) => {
    if (request.url === "/oauth/token") asked += 1;
  };
  subscribe("http.server.request.start", count);
  const statuses = [];
  for (let index = 0; index < requests; index += 50) {
    const batch = Array.from(
      { length: Math.min(50, requests - index) },
      (_, at) => cookies[(index + at) % cookies.length],
    );
    statuses.push(...(await Promise.all(batch.map((cookie) => token(platform, cookie)))).map(({ status }) => status));
  }
  unsubscribe("http.server.request.start", count);
  return table(
    "Calls of the issuer for tokens",
    `${requests} requests for a token by ${people.length} people, two pods.`,
    {
      "without a cache": { calls: requests, failed: 0 },
      "kept in each process": { calls: asked, failed: statuses.filter((status) => status !== 200).length },
    },
  );
}

/** A new key in the middle: who is signed in goes on, and whoever signs in after that has a token of the new one. */
async function rotating({ platform, names }, scale) {
  const requests = Math.max(100, Math.round(500 * scale));
  const people = names.slice(20, 45);
  const cookies = [];
  for (const name of people) cookies.push(await signInAs(platform, name));
  // All servers have the keys of now, and have had them for longer than they would not look again.
  await Promise.all(cookies.map((cookie) => tokenAndCall(platform, cookie)));
  await new Promise((resolve) => setTimeout(resolve, COOLDOWN));
  let lost = 0;
  let renewed = 0;
  for (let index = 0; index < requests; index += people.length) {
    const isAfter = index >= requests / 2;
    if (isAfter && renewed === 0) await platform.rotateKeys();
    // Some at a time.
    for (let some = 0; isAfter && some < 4 && renewed < people.length; some++, renewed++) {
      cookies[renewed] = await signInAs(platform, people[renewed]);
    }
    lost += (await Promise.all(cookies.map((cookie) => tokenAndCall(platform, cookie)))).filter(
      (isGood) => !isGood,
    ).length;
  }
  return table(
    "A new key of the issuer",
    `${requests} requests for a token, each with a call of its API; the key is another one after half of them, and ${renewed} people sign in again.`,
    {
      lost: { calls: requests, failed: lost },
    },
  );
}

async function token({ addresses }, cookie) {
  const { bff: origin } = addresses;
  const response = await fetch(`${origin}/api/platform/token/reports`, { method: "POST", headers: { cookie, origin } });
  return { status: response.status, body: await response.json() };
}

async function tokenAndCall(platform, cookie) {
  const { status, body } = await token(platform, cookie);
  if (status !== 200) return false;
  const path = "/top-products?from=2024-01-01&to=2024-01-31&limit=1";
  const response = await fetch(`${platform.settings.apis.reports}${path}`, {
    headers: { authorization: `Bearer ${body.token}` },
  });
  await response.arrayBuffer();
  return response.status === 200;
}

function table(heading, note, rows) {
  const columns = [
    { key: "calls", label: "calls" },
    { key: "failed", label: "failed" },
  ];
  return {
    heading,
    note,
    columns,
    ratios: false,
    rows: Object.entries(rows).map(([name, sample]) => ({ name, samples: [sample] })),
  };
}
