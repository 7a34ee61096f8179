import { Client, defaults } from "./surface";
export class Mine extends Client { ping() { return this.get<string>("/ping"); } }
export const m = new Mine(defaults);
