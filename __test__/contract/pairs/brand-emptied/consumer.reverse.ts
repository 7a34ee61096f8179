import type { UserId } from "./surface";
export const id: UserId = "u1";
