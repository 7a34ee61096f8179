import { sortBy } from "./surface";
export const r = sortBy("secret", [{ secret: "x" }]);
