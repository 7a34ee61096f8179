import { signal, combine, type Signal } from "./surface";
const a = signal<"a">("a"); const s: Signal<string> = a; export const v: string = s() + a.peek();
export const all: Signal<readonly (string | number)[]> = combine<string | number>([s, signal<number>(1)]);
