import { greet } from "./surface";
export const text: string = greet("you");
