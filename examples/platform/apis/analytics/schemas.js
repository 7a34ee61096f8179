import { problemResponses, query, security, strict } from "../schemas.js";
import { CATEGORIES } from "./data.js";
import { GROUP_NAMES } from "./queries.js";

const period = {
  from: { type: "string", format: "date", description: "The first day." },
  to: { type: "string", format: "date", description: "The last day." },
};
const sums = {
  revenueCents: { type: "integer", minimum: 0 },
  quantity: { type: "integer", minimum: 0 },
  orders: { type: "integer", minimum: 0 },
};
const category = { type: "string", enum: CATEGORIES };
const all = (properties) => strict(properties, Object.keys(properties));
const rows = (row) => ({
  description: "The rows.",
  content: { "application/json": { schema: strict({ rows: { type: "array", items: row } }, ["rows"]) } },
});
const common = { security, tags: ["analytics"] };

export const schemas = {
  revenue: {
    ...common,
    operationId: "getRevenue",
    summary: "What was sold in a period, by day, month, country or category",
    querystring: query(
      {
        ...period,
        country: { type: "string", pattern: "^[A-Z]{2}$", description: "ISO 3166-1 alpha-2." },
        category,
        by: { type: "string", enum: GROUP_NAMES, default: "month" },
      },
      ["from", "to"],
    ),
    response: { 200: rows(all({ key: { type: "string" }, ...sums })), ...problemResponses() },
  },
  topProducts: {
    ...common,
    operationId: "getTopProducts",
    summary: "The products that were sold for most in a period",
    querystring: query({ ...period, limit: { type: "integer", minimum: 1, maximum: 100, default: 10 } }, [
      "from",
      "to",
    ]),
    response: {
      200: rows(all({ productId: { type: "string" }, name: { type: "string" }, category, ...sums })),
      ...problemResponses(),
    },
  },
};
