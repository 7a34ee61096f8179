import { META, annotate } from "./surface";
annotate({}, META, "x");
