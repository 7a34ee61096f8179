import { handle, type AnyEvent } from "./surface";
const e: AnyEvent = { type: "open", id: "a" }; const t: "open" | "close" = handle(e); handle({ type: "close" }); export function f(x: AnyEvent) { return x.type === "open" ? x.id.trim() : x.reason; } export { t };
