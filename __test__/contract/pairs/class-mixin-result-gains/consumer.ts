import { Plain, Tagged } from "./surface";
class Both extends Tagged(Plain) { sum() { return this.value + this.tag.length; } }
export const n = new Both().sum();
