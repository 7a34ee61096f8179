import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { statsAt } from "../stats.js";
import type { Platform } from "./headers-file.js";

/** The first line of what `fedseal headers --for netlify` writes, by which a check knows who reads the file. */
export const FOR_NETLIFY = "# Made by `fedseal headers --for netlify`";

/** Files that only projects of a platform have. */
const FILES: Record<Platform, string[]> = {
  netlify: ["netlify.toml"],
  cloudflare: ["wrangler.toml", "wrangler.json", "wrangler.jsonc"],
};

/** Which platforms may read a `_headers` file of a project: the configured one, else those that the project's files tell, else both. */
export function platformsOf(folder: string, configured: Platform | undefined, headers: string): readonly Platform[] {
  if (configured) return [configured];
  const has = (platform: Platform) => FILES[platform].some((name) => existsSync(join(folder, name)));
  const found = (Object.keys(FILES) as Platform[]).filter(
    (platform) => has(platform) || (platform === "netlify" && isForNetlify(headers)),
  );
  return found.length > 0 ? found : ["netlify", "cloudflare"];
}

function isForNetlify(headers: string): boolean {
  // What is no file is said by who reads it.
  return statsAt(headers)?.isFile() === true && readFileSync(headers, "utf8").startsWith(FOR_NETLIFY);
}
