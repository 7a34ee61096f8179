import { splitName } from "./surface";
splitName("a b").reverse();
