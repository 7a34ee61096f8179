import { bounds } from "./surface";
const r: Record<string, number> = bounds(document.body); export { r };
