import { on } from "./surface";
on("move", ({ by }) => by.toFixed());
