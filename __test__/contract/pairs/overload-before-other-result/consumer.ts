import { get } from "./surface";
export const t: string = get("theme") ?? "light";
