import { Store } from "./surface";
export class Own extends Store { override get value() { return 1; } override set value(n: number) { super.value = n; } }
