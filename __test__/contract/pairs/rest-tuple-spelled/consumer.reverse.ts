import { emit, at } from "./surface";
export const b: boolean = emit("a") && emit("b", 1, "c"); export const s: string = at(1, 2) + at(1, 2, 3); const args: Parameters<typeof at> = [1, 2]; at(...args); const f: (x: number, y: number) => string = at; f(1, 2);
