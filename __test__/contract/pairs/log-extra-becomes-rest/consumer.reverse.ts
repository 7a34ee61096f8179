import { debug } from "./surface";
debug("b", 1, 2);
