import { attach, type Knob } from "./surface";
class Own implements Knob {
  #level = 0;
  get level() { return this.#level; }
  set level(next: number) { this.#level = next; }
}
attach(new Own());
