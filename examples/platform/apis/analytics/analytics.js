import { createApi, listen } from "../server.js";
import { routes } from "./routes.js";
import { openWarehouse } from "./warehouse.js";

const SCOPES = { "read:analytics": "what was sold" };

/**
 * The API of what was sold, without listening.
 *
 * @param {AnalyticsOptions} options
 * @typedef {{ issuer: string, audience: string, origin: string, organizations: string[], rows?: number, connections?: number,
 *   timeout?: number, onStatement?: (sql: string) => void, requestsPerMinute?: number, logger?: object | boolean }} AnalyticsOptions
 *   `organizations`: whose data is made; `rows`: of orders; `timeout`: ms for one query
 */
export async function createAnalytics(options) {
  const { organizations, rows = 1_000_000, connections, timeout, onStatement, ...rest } = options;
  const described = {
    ...rest,
    title: "Analytics",
    description: "What an organization sold: filters, joins and sums over a column store.",
    scopes: SCOPES,
  };
  return createApi(described, async (server) => {
    const warehouse = await openWarehouse({ organizations, rows, connections, timeout, onStatement });
    server.addHook("onClose", () => warehouse.close());
    routes(server, warehouse);
  });
}

/** @param {AnalyticsOptions & { port?: number }} options */
export async function startAnalytics({ port = 0, ...options }) {
  return listen(await createAnalytics(options), port);
}
