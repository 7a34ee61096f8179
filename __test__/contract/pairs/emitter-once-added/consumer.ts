import { bus, type Emitter, type Events } from "./surface";
const b: Emitter<Events> = bus;
b.on("open", (p) => p.id.trim())(); bus.on("close", () => {});
export function listen<K extends keyof Events>(k: K, f: (p: Events[K]) => void) { return bus.on(k, f); }
