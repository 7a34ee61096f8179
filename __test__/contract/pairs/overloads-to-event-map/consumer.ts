import { on, names } from "./surface";
on("open", s => s.trim()); on("close", n => n.toFixed()); on("close", () => {}); export const l = names.length;
