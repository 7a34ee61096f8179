import { slots } from "./surface";
slots.read("header").trim(); slots.watch("rows", (r) => r.map((n) => n.toFixed())); const s: Record<string, unknown> = slots; export { s };
