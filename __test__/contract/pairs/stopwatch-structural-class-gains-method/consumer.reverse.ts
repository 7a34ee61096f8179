import { Stopwatch } from "./surface";
new Stopwatch().lap().toFixed();
