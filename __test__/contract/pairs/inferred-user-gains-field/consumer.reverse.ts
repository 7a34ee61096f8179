import { call } from "./surface";
call("list").map(({ name }) => name);
