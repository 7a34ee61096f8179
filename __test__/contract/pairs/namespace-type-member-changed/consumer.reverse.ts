import type { Chart } from "./surface";
export const s: Chart.Series = { color: 0xff0000 };
