import type { Page } from "./surface";
export const len = (p: Page) => p.items.length;
