import type { PublicAccount } from "./surface";
export const a: PublicAccount = { id: "1" };
