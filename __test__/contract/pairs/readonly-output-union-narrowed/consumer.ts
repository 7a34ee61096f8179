import { order } from "./surface";
order("1").then((o) => o.history.map((h) => h.state === "paid"));
