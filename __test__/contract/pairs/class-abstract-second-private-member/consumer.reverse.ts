import { Node } from "./surface";
class Text extends Node<"text"> {
  protected visit(): void {}
}
class Group<C extends Node<string, any>> extends Node<"group", C> {
  protected visit(): void {}
}
const text: Node<"text"> = new Text();
export const group: Node<"group", Text> = new Group<Text>();
if (Node.is(text)) console.log(text);
