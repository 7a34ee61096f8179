import { Collection } from "./surface";
for (const n of new Collection([1])) n.toFixed();
