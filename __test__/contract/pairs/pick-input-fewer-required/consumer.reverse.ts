import { update } from "./surface";
update("1", { name: "x", mail: "m" });
