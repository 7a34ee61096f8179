import { apply, insets, type Insets } from "./surface";
const i: Insets = { top: 1, left: insets("x").left, unit: "px" };
apply(i);
