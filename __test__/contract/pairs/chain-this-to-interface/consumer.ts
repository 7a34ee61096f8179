import { from } from "./surface";
export const rows = from("users").where("a", 1).limit(3).page(2);
