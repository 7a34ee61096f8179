import { Emitter } from "./surface";
const o: Emitter.Options = { max: 1 };
export const e = Emitter.from([1], o).on((n) => { n.toFixed(); }).peek()?.toFixed();
export class Named extends Emitter<string> { constructor() { super("n"); } }
