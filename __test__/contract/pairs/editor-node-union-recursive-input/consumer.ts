import { render, voidTags, type Doc } from "./surface";
const leaf: Doc = { tag: "p", marks: ["b"], children: ["x"] };
export const s = render({ tag: "div", children: [leaf, "y", ...voidTags] });
