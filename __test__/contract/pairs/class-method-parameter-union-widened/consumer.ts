import { Api, type Size } from "./surface";
export class Own extends Api {
  override setSize(size: "s" | "m") {
    super.setSize(size);
  }
}
const size: Size = "s";
new Own().setSize(size as "s");
