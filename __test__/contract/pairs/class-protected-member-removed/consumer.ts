import { Client } from "./surface";
export class Signed extends Client { override send(p: string) { return super.send(this.sign(p)); } }
