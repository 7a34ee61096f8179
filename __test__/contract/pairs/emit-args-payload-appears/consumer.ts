import { emit } from "./surface";
emit("open");
