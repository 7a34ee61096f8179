import { on } from "./surface";
export const id: string = on("all", () => {});
