import { animate } from "./surface";
animate("x", [{ x: 1 }, { x: "5%" }, {}], { ms: 1, ease: ["linear"], onFrame: (t) => { t.toFixed(); } }).cancel();
