import type { Known } from "./surface";
export const by = (all: Known) => all.audit.by.trim();
