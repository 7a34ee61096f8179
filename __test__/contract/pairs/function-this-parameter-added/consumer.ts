import { describe } from "./surface";
export const text: string = describe("a");
