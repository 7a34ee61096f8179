import { subscribe } from "./surface";
subscribe("saved", ({ id }) => id.trim())(); subscribe<"failed">("failed", (e) => e.message.trim());
type K = Parameters<typeof subscribe>[0]; const k: K = "saved"; export { k };
