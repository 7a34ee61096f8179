import { place, type Placement } from "./surface";
const p: Placement = "left-end"; const m: Record<Placement, number> = { auto: 0, "left-start": 1, "left-end": 2, "right-start": 3, "right-end": 4 }; export const n = m[place(p).placement]; place(`${place(p).side}-start`);
