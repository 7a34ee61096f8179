import { cell } from "./surface";
cell().value.trim();
