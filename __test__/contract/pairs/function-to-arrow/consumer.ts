import { greet } from "./surface";
declare module "./surface" {
  namespace greet {
    let punctuation: string;
  }
}
export const text: string = greet("you") + greet.punctuation;
