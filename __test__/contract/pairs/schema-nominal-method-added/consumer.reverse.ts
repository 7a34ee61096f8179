import { string } from "./surface";
export const n: string | null = string().nullable().parse("");
