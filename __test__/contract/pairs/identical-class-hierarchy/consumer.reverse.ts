import { Branch, Leaf } from "./surface";
export const b = new Branch(new Leaf("x")).map((l) => new Branch(l)).clone().kind;
