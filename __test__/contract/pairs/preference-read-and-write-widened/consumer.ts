import { preference } from "./surface";
preference("fontSize").toFixed();
