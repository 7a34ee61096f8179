import { sinks } from "./surface";
sinks.toFixed();
