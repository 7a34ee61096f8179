import { tags } from "./surface";
export const count: number = tags().length;
