import { randomUUID } from "node:crypto";
import { owned } from "./owned.js";

/**
 * The products of organizations. Every function takes the organization of the verified session first.
 *
 * @param {import("kysely").Kysely<import("./database.js").Schema>} db
 *
 * @typedef {{ id: string, name: string, priceCents: number, archived: boolean, updatedAt: string }} Product
 * @typedef {{ product: Product, version: number }} Versioned
 */
export function productsOf(db) {
  /** @returns {Promise<Versioned | undefined>} */
  const find = async (orgId, id) => {
    const row = await owned(db, orgId).select().where("id", "=", id).selectAll().executeTakeFirst();
    return row && fromRow(row);
  };

  return {
    find,

    /** A page by key: `next` is the `after` of the page that follows, `null` on the last one. */
    async list(orgId, { after, limit, archived }) {
      let wanted = owned(db, orgId).select().selectAll();
      if (after !== undefined) wanted = wanted.where("id", ">", after);
      if (archived !== undefined) wanted = wanted.where("archived", "=", Number(archived));
      // One more than asked for says whether a page follows.
      const rows = await wanted
        .orderBy("id")
        .limit(limit + 1)
        .execute();
      const items = rows.slice(0, limit).map((row) => fromRow(row).product);
      return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
    },

    /** @returns {Promise<Versioned>} */
    async create(orgId, { name, priceCents, archived }) {
      const row = { id: randomUUID(), ...columnsOf({ name, priceCents, archived }), version: 1, updated_at: now() };
      return fromRow(await owned(db, orgId).insert(row).returningAll().executeTakeFirstOrThrow());
    },

    /**
     * Changes a product if it still has one of `versions`; `"any"` for whichever it has. In one statement, so that nobody
     * comes between the question and the change.
     *
     * @returns {Promise<Versioned | "changed" | undefined>} `undefined`: there is none
     */
    async change(orgId, id, versions, changes) {
      let wanted = owned(db, orgId).update().where("id", "=", id);
      if (versions !== "any") wanted = wanted.where("version", "in", versions);
      const row = await wanted
        .set((column) => ({
          ...columnsOf(changes),
          version: column("version", "+", 1),
          updated_at: now(),
        }))
        .returningAll()
        .executeTakeFirst();
      if (row !== undefined) return fromRow(row);
      return (await find(orgId, id)) === undefined ? undefined : "changed";
    },

    /** @returns {Promise<"removed" | "changed" | undefined>} as for `change` */
    async remove(orgId, id, versions) {
      let wanted = owned(db, orgId).remove().where("id", "=", id);
      if (versions !== "any") wanted = wanted.where("version", "in", versions);
      const { numDeletedRows } = await wanted.executeTakeFirst();
      if (numDeletedRows > 0n) return "removed";
      return (await find(orgId, id)) === undefined ? undefined : "changed";
    },
  };
}

function columnsOf({ name, priceCents, archived }) {
  return {
    ...(name !== undefined && { name }),
    ...(priceCents !== undefined && { price_cents: priceCents }),
    ...(archived !== undefined && { archived: Number(archived) }),
  };
}

function fromRow({ id, name, price_cents: priceCents, archived, version, updated_at: updatedAt }) {
  return { product: { id, name, priceCents, archived: archived === 1, updatedAt }, version };
}

function now() {
  return new Date().toISOString();
}
