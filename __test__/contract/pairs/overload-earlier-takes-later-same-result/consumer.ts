import { stop } from "./surface";
stop();
stop(1);
stop("a");
