import { execute, last, type Command } from "./surface";
class Type implements Command<number> { label = "type"; constructor(private n: number) {} apply() { return this.n; } revert() { this.n = 0; } }
export const n: number = execute(new Type(3)); last()?.revert();
