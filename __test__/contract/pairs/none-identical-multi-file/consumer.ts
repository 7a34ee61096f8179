import { Node2, core } from "./surface";
class Two extends Node2<number> { readonly children = [new core(1), new core(this.value)]; }
export const n: number = new Two(3).fold((a, b) => a + b, 0);
