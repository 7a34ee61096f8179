import { label } from "./surface";
label("a", "b", undefined);
