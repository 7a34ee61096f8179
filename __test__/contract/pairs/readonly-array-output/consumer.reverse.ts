import { loadConfig, type Config } from "./surface";
const c: Config = loadConfig(); export const t: readonly string[] = c.tags; export const u = [...c.tags].sort().concat(c.name);
