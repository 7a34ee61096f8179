import { defineLoader } from "./surface";
export const l = defineLoader(async ({ signal, params }) => { signal.throwIfAborted(); return params.id; });
