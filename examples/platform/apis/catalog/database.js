import { Kysely, Migrator, PostgresDialect, SqliteDialect } from "kysely";
import Database from "libsql";
import pg from "pg";
import { migrations } from "./migrations.js";

/** Times in ms. `statement_timeout` is kept by the server, `query_timeout` by this side, for a server that says nothing any more. */
const LIMITS = { max: 10, connectionTimeoutMillis: 3_000, statement_timeout: 5_000, query_timeout: 6_000 };

/**
 * Opens the database of products and brings its tables up to date.
 *
 * @param {string} database `postgres://…`, a file, or `:memory:`
 * @param {{ onStatement?: (sql: string) => void, onError: (error: Error) => void }} told `onStatement`: each statement but those of
 *   migrations; `onError`: what happens to connections that nobody uses
 * @returns {Promise<Kysely<Schema>>}
 *
 * @typedef {{ org_id: string, id: string, name: string, price_cents: number, archived: number, version: number, updated_at: string }} Row
 * @typedef {{ products: Row }} Schema
 */
export async function openDatabase(database, { onStatement, onError }) {
  let isMigrated = false;
  const log = ({ query }) => {
    if (isMigrated) onStatement?.(query.sql);
  };
  const db = new Kysely({ dialect: dialectOf(database, onError), log });
  const provider = { getMigrations: async () => migrations };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error !== undefined) {
    await db.destroy();
    throw new Error("the database cannot be brought up to date", { cause: error });
  }
  isMigrated = true;
  return db;
}

function dialectOf(database, onError) {
  if (/^postgres(ql)?:\/\//.test(database)) {
    const pool = new pg.Pool({ connectionString: database, ...LIMITS });
    // A server that goes away ends idle connections, too, and an error without a listener would end the process.
    pool.on("error", onError);
    return new PostgresDialect({ pool });
  }
  const sqlite = new Database(database);
  // Readers do not wait for the writer; several processes may share a file.
  sqlite.exec("PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON");
  return new SqliteDialect({ database: sqlite });
}
