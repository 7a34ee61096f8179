import { on } from "./surface";
on("close", () => {});
