import { logValue } from "./surface";
logValue<{ a: number }>({ a: 1 });
