import { listOf } from "./surface";
const made = listOf({ name: "a" });
export const exact: "a" = made.items[0].name;
