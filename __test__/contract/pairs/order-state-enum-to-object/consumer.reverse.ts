import { stateOf } from "./surface";
const s: "open" | "paid" = stateOf("x"); const back: Parameters<typeof f>[0] = "open"; function f(x: ReturnType<typeof stateOf>) { return x; } export { s, back };
