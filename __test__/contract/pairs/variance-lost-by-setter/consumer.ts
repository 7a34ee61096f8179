import { signal, Signal } from "./surface";
const s = signal<"a">("a"); const w: Signal<string> = s; w.value.length;
