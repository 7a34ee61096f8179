import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isAbsolute, join } from "node:path";

/** Whether one of `runtimePlugins` names the hook of remotes that cannot be loaded. One that cannot be read may do so. */
export function mayHandleFailedRemotes(runtimePlugins: unknown, context: unknown): boolean {
  return [runtimePlugins].flat().some((one) => {
    const file: unknown = Array.isArray(one) ? one[0] : one;
    if (typeof file !== "string") return false;
    try {
      const base = join(typeof context === "string" ? context : process.cwd(), "package.json");
      const path = isAbsolute(file) ? file : createRequire(base).resolve(file);
      return readFileSync(path, "utf8").includes("errorLoadRemote");
    } catch (error) {
      if (error instanceof Error) return true;
      throw error;
    }
  });
}
