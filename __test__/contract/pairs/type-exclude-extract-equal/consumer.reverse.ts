import { digits, letters, maybe } from "./surface";
digits(letters() === "a" ? 1 : 2);
export const t: Record<ReturnType<typeof letters>, string> = { a: maybe(), b: "", c: "" };
