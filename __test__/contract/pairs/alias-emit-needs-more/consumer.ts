import { track } from "./surface";
track("click", { id: "a" });
