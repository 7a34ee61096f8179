import { f, any, type A } from "./surface";
const a: A = { a: "" }; f(a).then(x => x.b); export const z = any.x.y;
