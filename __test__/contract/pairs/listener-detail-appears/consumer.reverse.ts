import { on } from "./surface";
on("open", ({ at }) => at.toFixed());
