import { track } from "./surface";
track("buy", { total: "12.50" });
