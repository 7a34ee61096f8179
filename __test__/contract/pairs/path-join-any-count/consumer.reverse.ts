import { joinPath } from "./surface";
joinPath("a");
