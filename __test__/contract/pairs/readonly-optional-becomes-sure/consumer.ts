import { weather } from "./surface";
weather("x").then((w) => (w.temp ?? 0) + (w.wind?.speed ?? 0));
