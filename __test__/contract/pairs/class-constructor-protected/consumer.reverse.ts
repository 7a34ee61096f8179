import { Widget } from "./surface";
export class Dial extends Widget {
  constructor() {
    super("dial");
  }
}
