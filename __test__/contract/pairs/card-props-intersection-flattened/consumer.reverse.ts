import { card, type CardModel } from "./surface";
const m: CardModel = card({ id: "a", label: "b" }); m.label = "x"; m.tags?.push("y"); const r: Record<string, unknown> = m; export { r };
