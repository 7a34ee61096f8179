import { animate } from "./surface";
animate("x", { 0: { x: "1px" }, 100: {} }, { ms: 1, onFrame: (_t, f) => { f.opacity; } });
