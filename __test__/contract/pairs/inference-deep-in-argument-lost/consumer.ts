import { first } from "./surface";
export const text: string = first({ main: { card: { title: { text: { value: "a" } } } } }).trim();
