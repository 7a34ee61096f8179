/**
 * The data set: made from numbers by SQL alone, without a clock and without chance, so that it is the same at each start. Shares
 * are uneven on purpose, as they are where people buy: by country, by product, by season.
 */

export const COUNTRIES = ["AT", "BR", "CA", "DE", "ES", "FR", "GB", "IN", "IT", "JP", "NL", "PL", "SE", "US"];
export const CATEGORIES = ["books", "food", "garden", "home", "music", "sports", "tools", "toys"];
export const FIRST_DAY = "2024-01-01";
/** Two years, one of them a leap year. */
export const DAYS = 731;
const PRODUCTS = 200;

/**
 * Statements that make the tables, in order.
 *
 * @param {string[]} organizations
 * @param {number} rows of orders, over all organizations
 * @returns {{ sql: string, values?: Record<string, string | number> }[]}
 */
export function statements(organizations, rows) {
  const listed = organizations.map((_, index) => `$o${index}`).join(", ");
  const values = Object.fromEntries(organizations.map((id, index) => [`o${index}`, id]));
  return [
    {
      sql: `CREATE TABLE products AS
        SELECT org.id AS org_id, 'p' || lpad(n::VARCHAR, 3, '0') AS product_id, 'Product ' || n AS name,
          ${listOf(CATEGORIES)}[1 + (hash(org.id, n, 'category') % ${CATEGORIES.length})::INTEGER] AS category,
          199 + (hash(org.id, n, 'price') % 20000)::INTEGER AS price_cents
        FROM (SELECT unnest([${listed}]::VARCHAR[]) AS id) AS org, range(1, ${PRODUCTS + 1}) AS numbers(n)
        ORDER BY org_id, product_id`,
      values,
    },
    {
      sql: `CREATE TABLE orders AS
        WITH drawn AS (
          SELECT ([${listed}]::VARCHAR[])[1 + (i % ${organizations.length})::INTEGER] AS org_id,
            'p' || lpad((1 + least(hash(i, 'a') % ${PRODUCTS}, hash(i, 'b') % ${PRODUCTS}))::VARCHAR, 3, '0') AS product_id,
            ${listOf(COUNTRIES)}[1 + least(hash(i, 'c') % ${COUNTRIES.length}, hash(i, 'd') % ${COUNTRIES.length})::INTEGER] AS country,
            DATE '${FIRST_DAY}' + greatest(hash(i, 'e') % ${DAYS}, hash(i, 'f') % ${DAYS})::INTEGER AS day,
            1 + least(hash(i, 'g') % 9, hash(i, 'h') % 9)::INTEGER AS quantity
          FROM range($rows::BIGINT) AS numbers(i)
        )
        SELECT org_id, product_id, country, day, quantity, quantity * price_cents AS amount_cents
        FROM drawn JOIN products USING (org_id, product_id)
        -- Sorted, so that a range of days of one organization is read without the rest.
        ORDER BY org_id, day, product_id, country, quantity`,
      values: { ...values, rows },
    },
    { sql: "ALTER TABLE products DROP COLUMN price_cents" },
  ];
}

function listOf(words) {
  return `[${words.map((word) => `'${word}'`).join(", ")}]`;
}
