import { retries, names } from "./surface";
export const n: number = retries + names.length; names.push("x"); const f = () => retries.toFixed(); f();
