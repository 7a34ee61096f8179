/** The time of the example's data. */
const PERIOD = "from=2024-01-01&to=2025-12-31";

/**
 * `GET /api/overview`: figures of two APIs, asked with tokens that the page never sees.
 *
 * @param {import("fastify").FastifyInstance} server
 * @param {{ apis: Record<string, string> }} options
 */
export function overview(server, { apis }) {
  const { admin, reports } = apis;
  server.aggregate("/api/overview", {
    cache: "no-store",
    cached: { fresh: 5, stale: 60 },
    upstreams: {
      products: { target: "reports:catalog", url: `${admin}/products?limit=100&archived=false` },
      revenue: { target: "reports", url: `${reports}/revenue?${PERIOD}&by=category` },
      best: { target: "reports", url: `${reports}/top-products?${PERIOD}&limit=1` },
    },
    // A home page with a gap is better than none.
    optional: ["products", "revenue", "best"],
    compose: ({ products, revenue, best }, { request, degraded }) => ({
      orgId: request.session.orgId,
      products: products?.items.length ?? null,
      revenueCents: revenue?.rows.reduce((sum, { revenueCents }) => sum + revenueCents, 0) ?? null,
      best: best?.rows[0]?.name ?? null,
      degraded,
    }),
  });
}
