import { Signal } from "./surface";
export const n: number = new Signal(1).peek();
