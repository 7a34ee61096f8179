import { bind } from "./surface";
bind({ value: 1 });
