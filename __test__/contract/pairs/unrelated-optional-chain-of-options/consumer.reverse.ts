import { draw } from "./surface";
draw("x", [1], { legend: { place: "none" }, axis: { x: { grid: true } }, palette: "p" });
