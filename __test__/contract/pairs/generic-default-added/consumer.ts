import { firstPage, type Page } from "./surface";
export const p: Promise<Page<number>> = firstPage<number>("/"); export const len = (x: Page<unknown>) => x.items.length + (x.cursor ?? "").length;
