import { str } from "./surface";
export const v: string | null = str().nullable().parse(1);
