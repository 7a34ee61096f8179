import { load, close } from "./surface";
load("a").then((d) => { close(d); close(d, true); });
