import type { Page } from "./surface";
export const page: Page<number> = { items: [1], meta: { total: 1 } };
