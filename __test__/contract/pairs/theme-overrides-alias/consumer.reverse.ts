import { currentTheme } from "./surface";
export const all: Record<string, unknown> = currentTheme();
