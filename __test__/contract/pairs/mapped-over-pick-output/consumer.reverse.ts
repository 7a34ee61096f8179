import { draft } from "./surface";
declare function kindOf<V>(value: V): V extends readonly unknown[] ? "list" : "object";
export const kind: "object" = kindOf(draft(["a"]));
