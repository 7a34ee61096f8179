import { Chart } from "./surface";
const o: Chart.Options = { width: 1 }; const p: Chart.Point = [1, 2]; new Chart(document.body, o).plot(p, [3, 4]); export const c: Chart[] = [new Chart(document.body, { width: 2, legend: true })];
