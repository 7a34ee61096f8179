import { listOf } from "./surface";
const made = listOf({ name: "a" });
made.items[0].name = "b";
export { made };
