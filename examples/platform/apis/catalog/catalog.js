import { createApi, listen } from "../server.js";
import { openDatabase } from "./database.js";
import { productsOf } from "./products.js";
import { routes } from "./routes.js";
import { productSchema } from "./schemas.js";

const SCOPES = { "read:catalog": "products", "write:catalog": "changes to them" };

/**
 * The API of products, without listening.
 *
 * @param {CatalogOptions} options
 * @typedef {{ issuer: string, audience: string, origin: string, database: string, onStatement?: (sql: string) => void,
 *   requestsPerMinute?: number, logger?: object | boolean }} CatalogOptions
 *   `database`: `postgres://…`, a file, or `:memory:`
 */
export async function createCatalog({ database, onStatement, ...options }) {
  const described = {
    ...options,
    title: "Catalog",
    description: "The products of an organization: keyed reads and writes.",
    scopes: SCOPES,
  };
  return createApi(described, async (server) => {
    const db = await openDatabase(database, { onStatement, onError: (error) => server.log.error(error) });
    server.addHook("onClose", () => db.destroy());
    server.addSchema(productSchema);
    routes(server, productsOf(db));
  });
}

/** @param {CatalogOptions & { port?: number }} options */
export async function startCatalog({ port = 0, ...options }) {
  return listen(await createCatalog(options), port);
}
