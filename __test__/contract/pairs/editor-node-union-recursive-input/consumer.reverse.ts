import { render } from "./surface";
export const s = render({ tag: "div", children: [{ tag: "br" }] });
