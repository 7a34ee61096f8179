import { getters } from "./surface";
export const m: string = getters().getMail();
