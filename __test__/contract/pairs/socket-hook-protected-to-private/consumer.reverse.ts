import { Socket } from "./surface";
new Socket().send("x"); export class Own extends Socket { override send(d: string) { super.send(d + "!"); } }
