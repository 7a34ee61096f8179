import { emit } from "./surface";
emit("close");
