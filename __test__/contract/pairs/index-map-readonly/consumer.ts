import { indexById } from "./surface";
indexById([{ id: "a" }]).set("b", { id: "b" });
