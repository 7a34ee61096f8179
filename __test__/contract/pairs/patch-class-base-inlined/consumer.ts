import { Player } from "./surface";
export const ready: boolean = new Player().ready;
