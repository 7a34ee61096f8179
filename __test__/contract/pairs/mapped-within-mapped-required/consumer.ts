import { labels } from "./surface";
export const label: string | undefined = labels({ a: 1 }).a;
