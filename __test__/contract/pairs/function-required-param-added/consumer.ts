import { send } from "./surface";
send("hi");
export {};
