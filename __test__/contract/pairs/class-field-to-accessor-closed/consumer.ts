import { Player } from "./surface";
const p: Player = Player.create("a"); p.volume = p.volume + p.duration; p.play(); export const { duration, play } = p; export const all: Pick<Player, "volume" | "duration"> = p;
