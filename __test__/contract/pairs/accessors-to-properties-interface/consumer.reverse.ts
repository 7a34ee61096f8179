import { rack } from "./surface";
const r = rack(); r.main.level = 2; r.knobs[0]?.label.trim();
