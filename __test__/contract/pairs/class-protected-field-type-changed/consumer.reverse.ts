import { BaseView, show } from "./surface";
class List extends BaseView { draw() { this.nodes.set("a", "b"); } }
export const b = show(new List());
