import { defineLoader, type LoaderContext } from "./surface";
const load = async (c: LoaderContext) => { c.signal?.throwIfAborted(); return c.params.id; };
export const l: () => Promise<string> = defineLoader(load); defineLoader(async () => 1);
