import { BaseView, show } from "./surface";
class List extends BaseView { draw() { this.nodes.push("a"); } }
export const b = show(new List());
