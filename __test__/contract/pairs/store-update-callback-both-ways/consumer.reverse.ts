import { update } from "./surface";
update("filter", () => "done");
