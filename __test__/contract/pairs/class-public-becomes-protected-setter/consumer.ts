import { player } from "./surface";
player.volume = 0.5;
