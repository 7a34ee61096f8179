import { logValue } from "./surface";
logValue(1); logValue({ a: 1 }); [1, 2].forEach(n => logValue(n)); const f: (x: unknown) => void = logValue; f("");
