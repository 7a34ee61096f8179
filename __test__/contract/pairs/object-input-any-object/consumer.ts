import { track, identify } from "./surface";
track("x", { a: 1, b: "c" }); identify("1", { plan: "pro" });
