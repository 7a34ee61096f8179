import { isAdmin } from "./surface";
export const f = (u: unknown) => { if (!isAdmin(u)) return String(u); return ""; }; export const b: boolean = isAdmin(1); export const l = [1, "a"].filter(isAdmin).length; const g: (x: unknown) => boolean = isAdmin; g(1);
