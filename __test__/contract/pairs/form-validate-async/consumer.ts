import { field, type Validate } from "./surface";
const v: Validate<string> = s => (s ? undefined : "empty"); field({ initial: "", validate: v }).set("x"); field({ initial: 1, validate: n => (n > 1 ? "big" : undefined) });
