import { Cache } from "./surface";
const c = new Cache<number>(3); c.set("a", 1); export const n: number | undefined = c.get("a"); export class Big<V> extends Cache<V> { constructor() { super(1000); } all() { return [this.get("x")]; } } const d: Cache<string> = new Big<string>(); d.set("", "");
