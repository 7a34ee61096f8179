import Parser from "./surface";
export class Empty extends Parser {
  override parse() {
    return { root: null, size: 0 };
  }
}
