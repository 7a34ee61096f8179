import { Timer } from "./surface";
const t = new Timer(1); t.start(); t.stop(); export class Slow extends Timer { constructor() { super(1000); } override start() { super.start(); } }
