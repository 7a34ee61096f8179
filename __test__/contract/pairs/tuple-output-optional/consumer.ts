import { bounds } from "./surface";
export const r: { range: [number, number] } = { range: bounds(document.body) };
