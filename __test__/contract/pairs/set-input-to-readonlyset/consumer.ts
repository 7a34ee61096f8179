import { lock, locked } from "./surface";
lock(new Set(["a"]), new Map([["a", 1]])); locked().has("a");
