import { load, type Page } from "./surface";
export const total = (page: Page<string>): number => page.meta.total;
load<string>("/").then(total);
