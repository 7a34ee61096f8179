import { decodeJwt } from "jose";

/** What a page of the platform asks for, in its order, and what of the answers is not this tenant's. */

export interface Tenant {
  orgId: string;
  /** The release of `reports` that it gets, and the one that others get. */
  reports: { own: string; other: string };
  products: string[];
  revenueCents: number;
  best: string;
}

export interface Person {
  name: string;
  cookie: string;
  tenant: Tenant;
}

export interface Place {
  origin: string;
  apis: { admin: string; reports: string };
  audiences: { admin: string; reports: string };
  period: string;
}

/** What came of a page load. */
export interface Outcome {
  /** What must not be: another tenant's answer, a status of the server that is no answer, no answer in time. */
  faults: string[];
  /** Times that an API itself said it has too much to do, and overviews with all figures. */
  busy: number;
  whole: number;
}

/** Far above what any answer takes; a wait without an end is what it finds. */
const LONGEST = 20_000;

export async function faultsOf(place: Place, person: Person): Promise<Outcome> {
  const outcome: Outcome = { faults: [], busy: 0, whole: 0 };
  try {
    await load(place, person, outcome);
  } catch (error) {
    outcome.faults.push(`${person.name}: ${error}`);
  }
  return outcome;
}

async function load(place: Place, { name, cookie, tenant }: Person, outcome: Outcome): Promise<void> {
  const { orgId, reports } = tenant;
  const check = (what: string, got: unknown, wanted: unknown) => {
    const [one, other] = [JSON.stringify(got), JSON.stringify(wanted)];
    if (one !== other) outcome.faults.push(`${name} of ${orgId}: ${what} is ${one}, not ${other}`);
  };
  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${place.origin}${path}`, {
      ...init,
      redirect: "manual",
      headers: { cookie, origin: place.origin, "content-type": "application/json" },
      signal: AbortSignal.timeout(LONGEST),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return { headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : undefined };
  };
  const post = (path: string, body: unknown) => ask(path, { method: "POST", body: JSON.stringify(body) });

  const page = await ask("/reports");
  const policy = page.headers.get("content-security-policy") ?? "";
  check(
    "the policy",
    [reports.own, reports.other].map((one) => policy.includes(`/reports/${one}/`)),
    [true, false],
  );
  const [session, releases] = await Promise.all([
    ask("/api/platform/session"),
    ask("/api/platform/releases"),
    ask("/api/platform/settings"),
  ]);
  check("the session", [session.body.sub, session.body.orgId], [name, orgId]);
  check("the release", releases.body.remotes.reports.release, reports.own);

  const remote = tenant.products.length > 0 ? "admin" : "reports";
  const { token } = (await post(`/api/platform/token/${remote}`, {})).body;
  const claims = decodeJwt(token);
  check("the token", [claims.sub, claims.org_id, claims.aud], [name, orgId, place.audiences[remote]]);
  const path = remote === "admin" ? "/products?limit=100" : `/revenue?${place.period}&by=country`;
  const [overview, api] = await Promise.all([
    ask("/api/overview"),
    fetch(`${place.apis[remote]}${path}`, {
      headers: { authorization: `Bearer ${token}`, origin: place.origin },
      signal: AbortSignal.timeout(LONGEST),
    }),
    post("/api/platform/rum", [
      { name: "mf.load", "mf.remote": "reports", "mf.release": "1.0.0", "mf.channel": "stable", duration: 100 },
    ]),
  ]);
  checkOverview(overview.body, tenant, check);
  if (overview.body.degraded.length === 0) outcome.whole += 1;
  if (api.status === 503) outcome.busy += 1;
  else
    check("the API", figuresOf(remote, await api.json()), remote === "admin" ? tenant.products : tenant.revenueCents);
}

/** A part that an API did not give is missing by its name; each other one is this tenant's. */
function checkOverview(
  { orgId, degraded, ...parts }: { orgId: string; degraded: string[]; [part: string]: unknown },
  tenant: Tenant,
  check: (what: string, got: unknown, wanted: unknown) => void,
): void {
  const part = (name: string, figure: unknown) => (degraded.includes(name) ? null : figure);
  check("the overview's organization", orgId, tenant.orgId);
  check("the overview's products", parts.products, part("products", tenant.products.length));
  check("the overview's revenue", parts.revenueCents, part("revenue", tenant.revenueCents));
  check("the overview's best", parts.best, part("best", tenant.best));
}

function figuresOf(
  remote: "admin" | "reports",
  body: { items: { name: string }[]; rows: { revenueCents: number }[] },
): unknown {
  if (remote === "admin") return body.items.map((item) => item.name).sort();
  return body.rows.reduce((sum, row) => sum + row.revenueCents, 0);
}
