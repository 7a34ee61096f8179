import { Token } from "./surface";
export const text: string = new Token().text;
