// The servers that tests run: web servers with the configurations that fedseal writes and checks, Redis, and PostgreSQL.
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { find, NONE } from "./programs.mjs";
import { fail } from "./setup.mjs";

const SERVERS = [
  {
    name: "nginx",
    variable: "FEDSEAL_NGINX",
    packages: ["nginx-light"],
    places: ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx"],
    needs: [],
  },
  {
    name: "Caddy",
    variable: "FEDSEAL_CADDY",
    packages: ["caddy"],
    places: ["/usr/bin/caddy", "/usr/local/bin/caddy", "/opt/homebrew/bin/caddy"],
    needs: [],
  },
  {
    name: "Redis",
    variable: "FEDSEAL_REDIS",
    packages: ["redis-server"],
    places: ["/usr/bin/redis-server", "/usr/local/bin/redis-server", "/opt/homebrew/bin/redis-server"],
    needs: [],
  },
  {
    name: "PostgreSQL",
    variable: "FEDSEAL_POSTGRES",
    packages: ["postgresql"],
    get places() {
      return [...debianPostgres(), "/opt/homebrew/opt/postgresql@17/bin/postgres", "/opt/homebrew/bin/postgres"];
    },
    needs: [],
  },
];

/** The path of a Redis. Ends the process with a plain sentence when there is none and none can be installed. */
export function redis() {
  const { path, reason } = find(
    SERVERS.find(({ name }) => name === "Redis"),
    "several processes of the platform's server",
  );
  return path ?? fail(reason);
}

/** Debian has a folder for each version, and none of them on the path. The newest first. */
function debianPostgres() {
  const folder = "/usr/lib/postgresql";
  if (!existsSync(folder)) return [];
  const versions = readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  return versions.map((version) => join(folder, version, "bin", "postgres"));
}

/**
 * Tells the tests, by environment variables, where the servers are, and returns a sentence for each one that cannot be had, whose
 * tests are left out; with `CI=true` all of them have to be there.
 */
export function servers() {
  const missing = [];
  for (const server of SERVERS) {
    const { path, reason } = find(server, "the tests with real servers");
    process.env[server.variable] = path ?? NONE;
    if (path === undefined) missing.push(reason);
  }
  if (missing.length > 0 && process.env.CI === "true") {
    fail(`CI=true, and no server is left out there:\n  - ${missing.join("\n  - ")}`);
  }
  return missing;
}
