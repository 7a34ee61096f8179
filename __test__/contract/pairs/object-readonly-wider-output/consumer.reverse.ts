import { openTicket } from "./surface";
export const owner: string | null = openTicket("x").owner;
