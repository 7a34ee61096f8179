import type { Chart } from "./surface";
export const s: Chart.Series = { color: "red" };
