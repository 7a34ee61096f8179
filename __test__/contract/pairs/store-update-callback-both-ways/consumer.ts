import { update } from "./surface";
const flip: Record<"all" | "open", "all" | "open"> = { all: "open", open: "all" }; update("filter", (f) => flip[f]);
