import { isAdmin } from "./surface";
export function f(u: { role: string }) { isAdmin(u); u.grant(); }
