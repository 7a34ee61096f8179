import { Client, clientFor } from "./surface";
export class Again extends Client { override send(p: string) { return this.retry(() => super.send(p)); } }
export const p: Promise<string> = clientFor("x").send("/");
