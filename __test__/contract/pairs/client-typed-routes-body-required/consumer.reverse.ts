import { call } from "./surface";
call("/pay", { amount: 1, currency: "EUR" }).then((r) => r.ok);
