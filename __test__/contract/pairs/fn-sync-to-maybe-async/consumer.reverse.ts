import { compute } from "./surface";
export const n = (async () => (await compute(1)).toFixed(2))();
