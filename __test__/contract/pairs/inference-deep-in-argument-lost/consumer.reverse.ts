import { first } from "./surface";
const page = { main: { card: { title: { text: { value: 1 as unknown } } } } };
export const text = first<string>(page);
