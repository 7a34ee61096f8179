import { send } from "./surface";
send("hi", "news");
export {};
