import { can } from "./surface";
export const f = (p: ReadonlySet<string>) => can(p, "a");
