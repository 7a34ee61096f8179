import { can, roles, type Role } from "./surface";
const r: Role = "edit"; const t: Record<Role, number> = { view: 1, edit: 2, admin: 3 }; export const all = roles().filter(can).map(x => t[x]); export const c = can(r);
