import { tokens } from "./surface";
const g: "4px" = tokens.gap; const w: 700 = tokens.weights[1]; const r: 2 = tokens.radius.sm; export { g, w, r };
