import { keys, persist, type Json } from "./surface";
const j: Json = { a: [1, { b: null }] };
for (const k of keys()) persist(k, j);
