import { gauge } from "./surface";
const o: Gauge.GaugeOptions = { min: 0, max: 1 };
gauge({ id: "x" }, o).set(1);
