import { on } from "./surface";
on("open", () => {});
