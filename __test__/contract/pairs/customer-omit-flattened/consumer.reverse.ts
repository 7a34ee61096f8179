import { customer, type Customer } from "./surface";
customer("a").then((c: Customer) => { c.name = c.id; c.plan = "pro"; c.since.getTime(); });
