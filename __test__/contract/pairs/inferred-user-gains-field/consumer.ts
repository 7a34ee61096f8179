import { call } from "./surface";
call("list").map(({ id }) => id.toFixed());
