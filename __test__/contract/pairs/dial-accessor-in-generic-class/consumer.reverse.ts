import { Dial } from "./surface";
const d: Dial<"px" | "em"> = Dial.create(["px", "em"]); d.unit = "em"; d.unit.trim();
