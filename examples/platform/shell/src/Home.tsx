import { useEffect, useState } from "react";
import { ask } from "./http";

interface Overview {
  orgId: string;
  products: number | null;
  revenueCents: number | null;
  best: string | null;
  degraded: string[];
}

/** What the server puts together from several APIs. Its tokens for them never reach the page. */
export function Home() {
  const [overview, setOverview] = useState<Overview>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    ask<Overview>("/api/overview").then(setOverview, (error: unknown) => setProblem(String(error)));
  }, []);
  if (problem !== undefined) return <p role="alert">{problem}</p>;
  if (!overview) return <p aria-busy="true">Loading…</p>;
  const { products, revenueCents, best, degraded } = overview;
  return (
    <section data-testid="overview" data-org={overview.orgId}>
      <h1>Overview</h1>
      <dl>
        <dt>Products</dt>
        <dd>{products ?? "unknown"}</dd>
        <dt>Revenue</dt>
        <dd>{revenueCents === null ? "unknown" : euros(revenueCents)}</dd>
        <dt>Best seller</dt>
        <dd>{best ?? "unknown"}</dd>
      </dl>
      {degraded.length > 0 && <p role="status">Not to be had at the moment: {degraded.join(", ")}</p>}
    </section>
  );
}

function euros(cents: number): string {
  return new Intl.NumberFormat("en", { style: "currency", currency: "EUR" }).format(cents / 100);
}
