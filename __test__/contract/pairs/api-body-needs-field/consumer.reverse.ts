import { send } from "./surface";
void send("/posts", { text: "a", title: "b" });
