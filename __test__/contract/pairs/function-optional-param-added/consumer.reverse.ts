import { send } from "./surface";
send("hi", true);
export {};
