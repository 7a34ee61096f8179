import { createLogger } from "./surface";
createLogger({ name: "x", targets: { error: ["c", "d"] } });
