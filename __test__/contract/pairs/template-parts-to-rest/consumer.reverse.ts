import { label } from "./surface";
label("a");
