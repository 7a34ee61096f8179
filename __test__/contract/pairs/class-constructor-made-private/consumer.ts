import { Ticket } from "./surface";
export const t = new Ticket("a", "1").rename("b").code;
