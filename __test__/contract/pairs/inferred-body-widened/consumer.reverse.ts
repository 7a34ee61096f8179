import { call } from "./surface";
call("save", { id: "a" });
