import { capitalize } from "./surface";
export const title = capitalize("hello");
