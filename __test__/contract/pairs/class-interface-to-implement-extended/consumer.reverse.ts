import { Session } from "./surface";
const m = new Map<string, string>();
export const u = new Session({ read: k => m.get(k) ?? null, write(k, v) { m.set(k, v); }, keys: () => m.keys() }).user?.length;
