import { shuffle } from "./surface";
const days = ["mo", "tu"] as const; export const d = shuffle(days);
