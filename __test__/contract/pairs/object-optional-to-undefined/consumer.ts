import type { Query } from "./surface";
export const first: Query = {};
