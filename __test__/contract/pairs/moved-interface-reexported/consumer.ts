import { show, type Toast } from "./surface";
const t: Toast = show({ id: "a", text: "x" }); t.ttl = 1; export const u = show({ ...t, text: "y" });
