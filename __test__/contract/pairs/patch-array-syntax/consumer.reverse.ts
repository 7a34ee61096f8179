import { words } from "./surface";
words("a").push("b");
export {};
