import { gauge, type GaugeOptions } from "./surface";
const o: GaugeOptions = { min: 0, max: 1 };
gauge({ id: "x" }, o).set(1);
