import { Bus } from "./surface";
Bus.open().on("move", (x, y) => x + (y ?? 0));
