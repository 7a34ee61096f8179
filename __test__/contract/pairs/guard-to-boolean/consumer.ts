import { isAdmin } from "./surface";
export const f = (u: unknown) => (isAdmin(u) ? u.level : 0);
