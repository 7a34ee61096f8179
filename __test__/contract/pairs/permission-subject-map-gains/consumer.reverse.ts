import { can } from "./surface";
export const b = can("moderate", { kind: "comment", text: "x" });
