import { Cell } from "./surface";
Cell.of(1).value = null;
