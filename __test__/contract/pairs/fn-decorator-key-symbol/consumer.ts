import { isObserved, observed } from "./surface";
const mark = observed({ deep: true });
const o = { a: 1 }; mark(o, "a");
export const b = isObserved(o);
