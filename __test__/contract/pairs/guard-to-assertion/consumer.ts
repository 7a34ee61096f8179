import { isAdmin } from "./surface";
export function f(u: { role: string }) { if (isAdmin(u)) u.grant(); }
