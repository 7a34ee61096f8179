import { openTicket } from "./surface";
export const shout: string = openTicket("x").owner.toUpperCase();
