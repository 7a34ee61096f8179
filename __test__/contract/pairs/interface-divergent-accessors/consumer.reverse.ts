import { dimension } from "./surface";
dimension().width = "3px";
