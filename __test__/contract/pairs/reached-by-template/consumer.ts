import { get } from "./surface";
get("port").toFixed();
