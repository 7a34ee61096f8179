import { signal, type Signal } from "./surface";
declare const a: Signal<"a">; const s: Signal<string> = a; signal(s);
