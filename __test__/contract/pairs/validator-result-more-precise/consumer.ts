import { validate } from "./surface";
const r = validate({ a: "b" }); if (!r.valid) Object.keys(r.errors ?? {}); r.errors?.a?.trim();
