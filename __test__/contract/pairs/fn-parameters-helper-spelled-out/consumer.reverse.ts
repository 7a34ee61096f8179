import { scan, scanLater, scanSync, type Options } from "./surface";
const o: Options = { depth: 1 };
export const p: Promise<string[]> = scanLater(3, "x", o).then(() => scan("a"));
export const n: number = scanSync("y", { follow: true }).length + scanSync("z").length;
