import { labels } from "./surface";
export const label: string = labels({ a: 1 }).a;
