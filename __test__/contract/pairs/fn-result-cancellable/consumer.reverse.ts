import { request } from "./surface";
request("x", { a: undefined }).cancel("late");
