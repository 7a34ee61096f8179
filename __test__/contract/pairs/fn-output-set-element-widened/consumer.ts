import { roles, type Role } from "./surface";
const r: Set<Role> = roles("u");
export const list: Role[] = [...r];
