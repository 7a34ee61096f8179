import type { PublicAccount } from "./surface";
export const id = (a: PublicAccount): string => a.id;
