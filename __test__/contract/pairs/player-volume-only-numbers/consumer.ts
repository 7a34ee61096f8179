import { player } from "./surface";
player.volume = "mute";
