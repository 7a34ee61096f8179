import { boxOf } from "./surface";
boxOf("a").width = "10px";
