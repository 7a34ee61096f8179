import { theme } from "./surface";
export const weight: "a" = theme.page.of.main.of.card.of.title.of.text.of.weight;
