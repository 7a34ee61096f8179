import { player } from "./surface";
export const v: number = player.volume + Number(player.play("x"));
