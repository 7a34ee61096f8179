import { meta } from "./surface";
meta("size").toFixed();
