import { on } from "./surface";
on("add", ({ count }) => count.toFixed());
