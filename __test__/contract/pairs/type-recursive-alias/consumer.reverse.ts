import type { Json } from "./surface";
export const j: Json = { nested: [true] };
