import { hub } from "./surface";
hub.on("move", (x, y, z) => x + y + z);
