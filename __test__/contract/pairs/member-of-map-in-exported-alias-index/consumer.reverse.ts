import type { Audit } from "./surface";
export const by = (one: Audit) => one.by.toFixed();
