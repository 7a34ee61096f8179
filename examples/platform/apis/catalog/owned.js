/**
 * The one place where statements about products begin: each has the organization in it, so that nobody has to remember it.
 *
 * @param {import("kysely").Kysely<import("./database.js").Schema>} db
 * @param {string} orgId of the verified session
 */
export function owned(db, orgId) {
  return {
    select: () => db.selectFrom("products").where("org_id", "=", orgId),
    update: () => db.updateTable("products").where("org_id", "=", orgId),
    remove: () => db.deleteFrom("products").where("org_id", "=", orgId),
    insert: (row) => db.insertInto("products").values({ ...row, org_id: orgId }),
  };
}
