import { player } from "./surface";
player.volume = player.volume / 2; void player.play();
