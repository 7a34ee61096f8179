import { list, lookup, type Flags, type Public } from "./surface";
const f: Flags = { beta: true }; const p: Public | undefined = list(["id", "at"], f)[0];
lookup({ a: 1 })["x"]?.name; p?.by;
