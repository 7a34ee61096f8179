import { Session } from "./surface";
export const s = new Session("a");
