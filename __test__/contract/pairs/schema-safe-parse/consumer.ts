import { object, type Schema } from "./surface";
const text: Schema<string> = { parse: String, optional: () => ({ parse: (x) => (x === undefined ? x : String(x)), optional: () => { throw new Error(); } }) };
object({ name: text }).parse({}).name.trim();
