import { Message } from "./surface";
new Message("a", 1).clone();
