import make, { type Options } from "./surface";
const o: Options = { url: "x" }; make(o).close(); make({ url: "", debug: true });
