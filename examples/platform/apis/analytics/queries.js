/**
 * What is asked of the warehouse. Text of a request is only ever a bound value: what stands in the SQL is one of the words below.
 * Each statement names the organization of every table that it reads.
 */

/** What revenue is grouped by → the expression. */
const GROUPS = {
  day: "strftime(orders.day, '%Y-%m-%d')",
  month: "strftime(orders.day, '%Y-%m')",
  country: "orders.country",
  category: "products.category",
};
export const GROUP_NAMES = Object.keys(GROUPS);

const SUMS = `
  sum(orders.amount_cents)::BIGINT AS "revenueCents", sum(orders.quantity)::BIGINT AS "quantity", count(*)::BIGINT AS "orders"
FROM orders JOIN products ON products.org_id = $org_id AND products.product_id = orders.product_id
WHERE orders.org_id = $org_id AND orders.day BETWEEN $from::DATE AND $to::DATE`;

/** @param {string} orgId @param {{ from: string, to: string, country?: string, category?: string, by: string }} asked */
export function revenueQuery(orgId, { from, to, country, category, by }) {
  const group = GROUPS[by];
  if (group === undefined) throw new TypeError(`revenue is not grouped by ${by}`);
  const filters = [
    ...(country === undefined ? [] : ["AND orders.country = $country"]),
    ...(category === undefined ? [] : ["AND products.category = $category"]),
  ];
  return {
    sql: [`SELECT ${group} AS "key",${SUMS}`, ...filters, "GROUP BY 1 ORDER BY 1"].join("\n"),
    values: {
      org_id: orgId,
      from,
      to,
      ...(country !== undefined && { country }),
      ...(category !== undefined && { category }),
    },
  };
}

/** @param {string} orgId @param {{ from: string, to: string, limit: number }} asked */
export function topProductsQuery(orgId, { from, to, limit }) {
  return {
    sql: `SELECT products.product_id AS "productId", products.name AS "name", products.category AS "category",${SUMS}
GROUP BY 1, 2, 3 ORDER BY "revenueCents" DESC, "productId" LIMIT $limit`,
    values: { org_id: orgId, from, to, limit },
  };
}

/** Rows as JSON has them. Sums of integers are exact, or an error. */
export function plain(rows) {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [name, typeof value === "bigint" ? exact(value) : value]),
    ),
  );
}

function exact(value) {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is more than a number of JSON holds exactly`);
  return number;
}
