import { Ticket } from "./surface";
export const t: Ticket = Ticket.issue("a").rename("b");
