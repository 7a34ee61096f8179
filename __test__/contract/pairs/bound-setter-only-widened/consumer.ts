import { bind } from "./surface";
bind({ value: "a" });
