import draw from "./surface";
export const d: string = draw({ kind: "dot" });
