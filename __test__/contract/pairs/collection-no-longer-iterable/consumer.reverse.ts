import { Collection } from "./surface";
const c = new Collection([1]); c.toArray().map((n) => n.toFixed()); c.size.toFixed();
