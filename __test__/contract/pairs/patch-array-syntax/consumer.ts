import { words } from "./surface";
export const w: string[] = words("a b");
