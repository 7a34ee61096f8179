import { indexById } from "./surface";
const m = indexById([{ id: "a", n: 1 }]); m.get("a")?.n.toFixed(); for (const [k] of m) k.trim();
