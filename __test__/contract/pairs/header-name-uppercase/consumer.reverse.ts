import { call, type Method } from "./surface";
const m: Record<Method, 1> = { GET: 1, POST: 1 }; call("GET", "/").then((x) => m[x].toFixed());
