import { safeParse } from "./surface";
const r = safeParse({ parse: Number }, "1"); export const n = r.success ? [] : r.issues;
