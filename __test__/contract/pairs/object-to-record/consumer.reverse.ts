import { track } from "./surface";
track("a", { x: 1 }); const d: Record<string, unknown> = {}; d.y = 2; track("b", d); type P = { z: string }; const p: P = { z: "" }; track("c", p);
