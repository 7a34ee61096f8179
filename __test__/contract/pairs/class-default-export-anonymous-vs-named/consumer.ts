import Store, { type Key } from "./surface";
const k: Key = "a";
class Sub extends Store { twice(key: string) { this.inc(key); return this.inc(key); } }
export const n: number = new Sub().twice(k) + new Store().inc(k);
