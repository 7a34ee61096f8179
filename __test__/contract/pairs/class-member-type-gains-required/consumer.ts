import { Page } from "./surface";
export class Fake extends Page {
  override render() {
    return { title: "a" };
  }
}
