import { DuckDBInstance } from "@duckdb/node-api";
import { Problem } from "@fedseal/fastify";
import { statements } from "./data.js";

const SETTINGS = {
  threads: "2",
  memory_limit: "512MB",
  // In memory alone: nothing is written to a disk, and nothing is loaded from the network.
  temp_directory: "",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
};
/** What is told to shut is told when the data is there, and stays shut. */
const LOCK = ["SET enable_external_access = false", "SET lock_configuration = true"];

/**
 * A column store in this process, with its data set. Each query has a connection alone; those that find none free wait their turn.
 *
 * @param {{ organizations: string[], rows: number, connections?: number, waiting?: number, timeout?: number,
 *   onStatement?: (sql: string) => void }} options `waiting`: so many queries may wait; `timeout`: ms for one query
 */
export async function openWarehouse(options) {
  const { organizations, rows, connections = 2, waiting = 100, timeout = 5_000, onStatement } = options;
  if (organizations.length === 0) throw new TypeError("`organizations` is empty");
  const instance = await DuckDBInstance.create(":memory:", SETTINGS);
  const free = await Promise.all(Array.from({ length: connections }, () => instance.connect()));
  const all = [...free];
  for (const { sql, values } of statements(organizations, rows)) await free[0].run(sql, values);
  for (const sql of LOCK) await free[0].run(sql);
  /** Who waits for a connection, the first in front. */
  const line = [];

  /** A connection, when there is one; rejects for who leaves before. */
  function take(signal) {
    const connection = free.pop();
    if (connection !== undefined) return connection;
    if (line.length >= waiting) throw busy("Too many queries wait.");
    return new Promise((resolve, reject) => {
      const place = { resolve, reject: () => reject(gone()) };
      line.push(place);
      signal?.addEventListener("abort", () => leave(place), { once: true });
    });
  }

  function leave(place) {
    const index = line.indexOf(place);
    if (index === -1) return;
    line.splice(index, 1);
    place.reject();
  }

  function giveBack(connection) {
    const next = line.shift();
    if (next === undefined) free.push(connection);
    else next.resolve(connection);
  }

  return {
    /**
     * The rows of a query. It ends when its time is over, or when `signal` says that nobody waits for it.
     *
     * @param {string} sql
     * @param {Record<string, import("@duckdb/node-api").DuckDBValue>} values
     * @param {AbortSignal} [signal]
     * @returns {Promise<Record<string, unknown>[]>}
     */
    async query(sql, values, signal) {
      if (signal?.aborted) throw gone();
      const connection = await take(signal);
      let isLate = false;
      let again;
      // DuckDB forgets an interrupt that comes before the query runs, such as while it is prepared; so it is told until it ends.
      const interrupt = () => {
        connection.interrupt();
        again ??= setInterval(() => connection.interrupt(), 5);
      };
      const timer = setTimeout(() => {
        isLate = true;
        interrupt();
      }, timeout);
      signal?.addEventListener("abort", interrupt, { once: true });
      try {
        if (signal?.aborted) throw gone();
        onStatement?.(sql);
        const reader = await connection.runAndReadAll(sql, values);
        return reader.getRowObjectsJS();
      } catch (error) {
        if (signal?.aborted) throw gone(error);
        if (isLate) throw new Problem("ERR_PLATFORM_SLOW", 503, "The query took too long.", { ...LATER, cause: error });
        throw error;
      } finally {
        clearTimeout(timer);
        clearInterval(again);
        signal?.removeEventListener("abort", interrupt);
        giveBack(connection);
      }
    },

    close() {
      for (const place of line.splice(0)) place.reject();
      for (const connection of all) connection.closeSync();
      instance.closeSync();
    },
  };
}

const LATER = { headers: { "retry-after": "5" } };

function busy(detail) {
  return new Problem("ERR_PLATFORM_BUSY", 503, detail, LATER);
}

/** Nobody reads this answer; 499 is what logs of nginx call it. It is no fault of the server's. */
function gone(cause) {
  return new Problem("ERR_PLATFORM_GONE", 499, "The query was given up.", { cause });
}
