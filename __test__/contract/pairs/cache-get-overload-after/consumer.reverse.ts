import { Cache } from "./surface";
new Cache().get("a", 1).toFixed();
