import { draw, setDefaults } from "./surface";
setDefaults({ axis: { x: { ticks: 2 } } }); draw("x", [1], { legend: { place: "top" }, axis: { y: {} } });
