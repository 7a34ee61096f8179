import { emit } from "./surface";
emit("open", { at: 1 });
