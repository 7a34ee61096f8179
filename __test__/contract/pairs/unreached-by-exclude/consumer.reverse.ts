import { get } from "./surface";
get("host").trim();
get("port").toFixed();
