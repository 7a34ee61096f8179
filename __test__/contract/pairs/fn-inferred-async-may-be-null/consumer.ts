import { loadUser } from "./surface";
export const l: Promise<string> = loadUser("1").then(u => u.label);
