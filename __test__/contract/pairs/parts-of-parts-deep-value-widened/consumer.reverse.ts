import { theme } from "./surface";
export const weight: "a" | "b" = theme.page.of.main.of.card.of.title.of.text.of.weight;
