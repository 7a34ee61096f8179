import { validate } from "./surface";
const r = validate({ a: "b" }); if (r.valid) r.errors = {};
