import { Scene, type Layer } from "./surface";
const l: Layer = { name: "a" }; new Scene(l, l).layers[0]?.name.trim(); export class Own extends Scene { constructor() { super(l); } }
