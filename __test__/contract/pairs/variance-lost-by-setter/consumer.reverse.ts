import { signal, Signal } from "./surface";
const s: Signal<number> = signal(1); s.set(2);
