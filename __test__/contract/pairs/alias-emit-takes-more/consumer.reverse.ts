import { track } from "./surface";
track("click", { id: "a", x: 1 });
