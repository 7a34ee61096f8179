import type { Events } from "./surface";
export const by = (all: Events["audit"]) => all.by.toFixed();
