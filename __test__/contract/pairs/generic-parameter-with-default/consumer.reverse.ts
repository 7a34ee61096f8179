import type { Page } from "./surface";
export const page: Page<number, null> = { items: [1], meta: null };
