import { call } from "./surface";
call("save", { id: 1 });
call("drop");
