import { registry } from "./surface";
export const n = registry().get("a")?.name; export const v = registry().version;
for (const [k, e] of registry()) k.concat(e.name);
