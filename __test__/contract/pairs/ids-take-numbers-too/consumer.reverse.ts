import { remove } from "./surface";
remove(1);
