import { Problem } from "@fedseal/fastify";
import { etagOf, versionsOf } from "./etag.js";
import { schemas } from "./schemas.js";

const READ = { scope: "read:catalog", cache: "no-store" };
const WRITE = { scope: "write:catalog", cache: "no-store" };

/** @param {import("fastify").FastifyInstance} server @param {ReturnType<typeof import("./products.js").productsOf>} products */
export function routes(server, products) {
  server.get("/products", { schema: schemas.list, config: READ }, ({ session, query }) =>
    products.list(session.orgId, query),
  );

  server.get("/products/:id", { schema: schemas.get, config: READ }, async ({ session, params }, reply) =>
    answer(reply, await products.find(session.orgId, params.id)),
  );

  server.post("/products", { schema: schemas.create, config: WRITE }, async ({ session, body }, reply) => {
    const made = await products.create(session.orgId, body);
    return answer(reply.code(201).header("location", `/products/${made.product.id}`), made);
  });

  // Before the schema is asked, which would only say that a header is missing (RFC 6585, section 3).
  const preValidation = async ({ headers }) => {
    if (headers["if-match"] !== undefined) return;
    throw new Problem("ERR_PLATFORM_UNCONDITIONAL", 428, "Say by `If-Match` which version is to be changed.");
  };
  const change = { schema: schemas.change, config: WRITE, preValidation };
  server.patch("/products/:id", change, async ({ session, params, headers, body }, reply) =>
    answer(reply, await products.change(session.orgId, params.id, versionsOf(headers["if-match"]), body)),
  );

  server.delete("/products/:id", { schema: schemas.remove, config: WRITE }, async (request, reply) => {
    const versions = versionsOf(request.headers["if-match"] ?? "*");
    held(await products.remove(request.session.orgId, request.params.id, versions));
    return reply.code(204).send();
  });
}

function answer(reply, found) {
  const { product, version } = held(found);
  return reply.header("etag", etagOf(version)).send(product);
}

/** What was found; says nothing that would tell another organization's product from none. */
function held(found) {
  if (found === undefined) throw new Problem("ERR_FEDSEAL_NOT_FOUND", 404, "There is no such product.");
  if (found === "changed") throw new Problem("ERR_PLATFORM_CHANGED", 412, "The product was changed since it was read.");
  return found;
}
