import { grow } from "./surface";
const { value } = grow("a");
export const text: string | number | undefined = typeof value === "function" ? value() : value?.length;
