import { cell } from "./surface";
cell().value = "1";
