import { track } from "./surface";
track("click", { id: "a" }); track("view", { path: "/" });
