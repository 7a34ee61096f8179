import { read } from "./surface";
export const text: string = read(new URL("https://a.example"));
