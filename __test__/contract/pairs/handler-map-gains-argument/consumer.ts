import { handle } from "./surface";
handle("resize", (w) => w.toFixed()); handle("close", () => {});
