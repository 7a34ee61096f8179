import { orgId, problemResponses, query, security, strict } from "../schemas.js";

const id = { type: "string", format: "uuid" };
const name = {
  type: "string",
  minLength: 1,
  maxLength: 200,
  // No control characters: PostgreSQL stores no NUL, and a name is one line.
  pattern: "^[^\\u0000-\\u001f\\u007f]*$",
};
const priceCents = { type: "integer", minimum: 0, maximum: 1_000_000_000 };
const archived = { type: "boolean" };

export const productSchema = {
  $id: "Product",
  ...strict({ id, name, priceCents, archived, updatedAt: { type: "string", format: "date-time" } }, [
    "id",
    "name",
    "priceCents",
    "archived",
    "updatedAt",
  ]),
};

const etag = { etag: { type: "string", description: "The version, for `If-Match` (RFC 9110, section 8.8.3)." } };
const product = (description) => ({
  description,
  headers: etag,
  content: { "application/json": { schema: { $ref: "Product#" } } },
});
const ifMatch = {
  type: "object",
  properties: {
    "if-match": {
      type: "string",
      maxLength: 200,
      description: "The `ETag` that the product was read with, or `*` (RFC 9110, section 13.1.1).",
    },
  },
};
const params = strict({ id }, ["id"]);
const common = { security, tags: ["products"] };

export const schemas = {
  list: {
    ...common,
    operationId: "listProducts",
    summary: "Products by id, a page at a time",
    querystring: query({
      after: { ...id, description: "`next` of the page before." },
      limit: { type: "integer", minimum: 1, maximum: 100, default: 50 },
      archived: { ...archived, description: "Only those that are, or are not, archived." },
    }),
    response: {
      200: {
        description: "A page. `next` is null on the last one.",
        content: {
          "application/json": {
            schema: strict(
              {
                items: { type: "array", items: { $ref: "Product#" } },
                next: { type: ["string", "null"], format: "uuid" },
              },
              ["items", "next"],
            ),
          },
        },
      },
      ...problemResponses(),
    },
  },
  get: {
    ...common,
    operationId: "getProduct",
    summary: "One product",
    params,
    querystring: query({}),
    response: { 200: product("The product."), ...problemResponses(404) },
  },
  create: {
    ...common,
    operationId: "createProduct",
    summary: "A new product",
    querystring: query({}),
    body: strict({ name, priceCents, archived: { ...archived, default: false }, orgId }, ["name", "priceCents"]),
    response: {
      201: {
        ...product("The new product."),
        headers: { ...etag, location: { type: "string", description: "The path of the product." } },
      },
      ...problemResponses(),
    },
  },
  change: {
    ...common,
    operationId: "changeProduct",
    summary: "Changes what is named, if the product is still the one that was read",
    params,
    headers: { ...ifMatch, required: ["if-match"] },
    querystring: query({}),
    body: { ...strict({ name, priceCents, archived, orgId }), minProperties: 1 },
    response: { 200: product("The product as it is now."), ...problemResponses(404, 412, 428) },
  },
  remove: {
    ...common,
    operationId: "removeProduct",
    summary: "Removes a product; with `If-Match`, only if it is still the one that was read",
    params,
    headers: ifMatch,
    querystring: query({}),
    response: { 204: { description: "It is gone.", type: "null" }, ...problemResponses(404, 412) },
  },
};
