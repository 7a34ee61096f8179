import { Ticket } from "./surface";
const t: Ticket = Ticket.issue(); t.close(); t.id.trim();
