import { isProblem, Problem } from "@fedseal/fastify";
import { plain, revenueQuery, topProductsQuery } from "./queries.js";
import { schemas } from "./schemas.js";

/** What was sold changes once a day; a person who goes back and forth need not ask anew. */
const config = { scope: "read:analytics", cache: { private: 60 } };

/** @param {import("fastify").FastifyInstance} server @param {Awaited<ReturnType<typeof import("./warehouse.js").openWarehouse>>} warehouse */
export function routes(server, warehouse) {
  const route = (path, schema, queryOf) =>
    server.get(path, { schema, config }, async (request) => {
      const { session, query, signal } = request;
      if (query.from > query.to) throw new Problem("ERR_PLATFORM_PERIOD", 400, "`from` is after `to`.");
      const { sql, values } = queryOf(session.orgId, query);
      const rows = await warehouse.query(sql, values, signal).catch((error) => {
        // Fastify says nothing of a request that nobody waits for.
        if (isProblem(error, "ERR_PLATFORM_GONE")) request.log.info({ code: error.code }, error.message);
        throw error;
      });
      return { rows: plain(rows) };
    });
  route("/revenue", schemas.revenue, revenueQuery);
  route("/top-products", schemas.topProducts, topProductsQuery);
}
