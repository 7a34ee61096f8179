import { create, type Node } from "./surface";
export const href: string = create("a").href;
export const image: Node = create("img");
