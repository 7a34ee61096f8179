import { on } from "./surface";
export const id: number = on("all", () => {});
