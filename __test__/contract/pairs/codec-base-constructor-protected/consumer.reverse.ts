import { Codec } from "./surface";
export class Own extends Codec { constructor() { super("own"); } encode(v: unknown) { return this.name + v; } } new Own().encode(1).trim();
