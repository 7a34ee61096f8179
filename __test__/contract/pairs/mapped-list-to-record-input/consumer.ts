import { f } from "./surface";
f([1, 2], ["one", "two"]);
