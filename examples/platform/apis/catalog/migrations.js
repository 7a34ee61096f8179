/**
 * Steps from an empty database to the tables of today, in the order of their names. One that was released is never changed.
 *
 * @type {Record<string, import("kysely").Migration>}
 */
export const migrations = {
  "0001-products": {
    up: (db) =>
      db.schema
        .createTable("products")
        .addColumn("org_id", "text", (column) => column.notNull())
        .addColumn("id", "text", (column) => column.notNull())
        .addColumn("name", "text", (column) => column.notNull())
        .addColumn("price_cents", "integer", (column) => column.notNull())
        // Not boolean: SQLite has none.
        .addColumn("archived", "integer", (column) => column.notNull())
        .addColumn("version", "integer", (column) => column.notNull())
        .addColumn("updated_at", "text", (column) => column.notNull())
        // The organization first: every statement names it.
        .addPrimaryKeyConstraint("products_key", ["org_id", "id"])
        .execute(),
    down: (db) => db.schema.dropTable("products").execute(),
  },
};
