import { createApi, type ApiOptions, type Verb } from "./surface";
const o: ApiOptions = { base: "/", limits: { get: 3 } };
const v: Verb = "put";
export const r = createApi({ ...o, limits: { [v]: 2 } }).call("x");
