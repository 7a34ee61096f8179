import { fromPromise } from "./surface";
export const p = fromPromise(Promise.resolve(1)).then(r => r.ok ? r.value : r.error.message);
