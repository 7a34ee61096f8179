import { player } from "./surface";
player("x").volume = 1;
