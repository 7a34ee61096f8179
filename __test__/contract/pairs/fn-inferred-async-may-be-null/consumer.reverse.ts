import { loadUser, loadUsers } from "./surface";
export const l = loadUser("1").then(u => u?.label ?? "");
export const n = loadUsers([]).then(r => r[0]?.name);
