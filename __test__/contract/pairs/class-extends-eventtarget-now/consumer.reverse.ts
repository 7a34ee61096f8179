import { Loader } from "./surface";
Loader.shared().addEventListener("done", e => e.type);
