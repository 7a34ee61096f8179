import { render, type Renderable } from "./surface";
const r: Renderable = ["a", 1, null]; render(r, document.body)(); export const f = (x: Renderable) => render(x, document.body);
