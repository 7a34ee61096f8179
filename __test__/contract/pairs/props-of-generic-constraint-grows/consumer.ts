import { byId } from "./surface";
byId([{ id: "a" }]);
