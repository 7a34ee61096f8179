import { constantsOf } from "./surface";
export const text: string = constantsOf("a").A;
