import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Remote → the APIs that it calls. */
const CLIENTS = { admin: ["catalog"], reports: ["catalog", "analytics"] };

/**
 * Clients of the APIs for the remotes, from the committed documents.
 *
 * @param {string} root folder of `apis` and `remotes`
 * @returns {import("orval").ConfigExternal}
 */
export function clients(root) {
  const one = (remote, api) => {
    const folder = join(root, "remotes", remote, "src", "api");
    return {
      input: { target: join(root, "apis", api, "openapi.json") },
      output: {
        target: join(folder, `${api}.ts`),
        client: "fetch",
        mode: "single",
        headers: true,
        override: {
          header: () => ["Generated from the OpenAPI document by Orval; do not edit."],
          mutator: { path: join(folder, `${api}-fetch.ts`), name: `${api}Fetch`, extension: ".ts" },
          // Every other answer is thrown.
          fetch: { includeHttpResponseReturnType: true, forceSuccessResponse: true },
        },
      },
      hooks: { afterAllFilesWrite: encodeParameters },
    };
  };
  return Object.fromEntries(
    Object.entries(CLIENTS).flatMap(([remote, apis]) => apis.map((api) => [`${remote}-${api}`, one(remote, api)])),
  );
}

export default clients(import.meta.dirname);

/**
 * Puts parameters into paths as one segment each: a `/` or `?` that a person typed must not lead to another route. Orval's
 * `urlEncodeParameters` does that for other clients than `fetch` alone.
 */
function encodeParameters(files) {
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    const paths = /`\/[^`]*`/g;
    const encoded = (path) => path.replace(/\/\$\{(\w+)\}/g, (_, name) => `/\${encodeURIComponent(${name})}`);
    writeFileSync(file, text.replace(paths, encoded));
  }
}
