import { Logger } from "./surface";
const l: Logger = new Logger("a").child("b"); l.info(1); export class Quiet extends Logger { constructor() { super("q"); } override info() {} } const make: new (s: string) => Logger = Logger; new make("x");
