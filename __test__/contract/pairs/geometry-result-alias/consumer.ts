import { measure } from "./surface";
const m = measure(document.body); m.width = m.height * m.ratio; const r: Record<string, number> = m; export { r };
