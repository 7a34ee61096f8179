import type { Vault } from "./surface";
export const fake: Vault = { open: () => true };
