import { on } from "./surface";
on("pick", ({ count }) => count.toFixed());
