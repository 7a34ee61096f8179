import { createLogger } from "./surface";
createLogger({ name: "x", targets: { debug: "a", info: "b", error: "c" } }).log("info", "x");
