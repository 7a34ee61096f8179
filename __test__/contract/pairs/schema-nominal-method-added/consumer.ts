import { object, string, type Schema } from "./surface";
const s: Schema<string> = string(); const o = object({ a: s, b: string().optional() }); export const a: string = o.parse({}).a + (o.parse(1).b ?? "");
