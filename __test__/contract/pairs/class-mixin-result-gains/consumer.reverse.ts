import { Plain, Tagged } from "./surface";
class Both extends Tagged(Plain) { go() { this.retag("x"); } }
export const b = new Both();
