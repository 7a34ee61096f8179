import { resolve, type ChartOptions } from "./surface";
const o: ChartOptions = { width: 1 }; const r = resolve(o); r.width.toFixed(); if (r.legend) resolve({});
