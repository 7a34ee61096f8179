import { safeParse, type Parsed } from "./surface";
const r: Parsed<number> = safeParse({ parse: Number }, "1"); export const n = r.success ? r.data.toFixed() : r.error.message;
