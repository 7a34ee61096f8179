import { httpVersion, supports } from "./surface";
export const b: boolean = supports(httpVersion()) || httpVersion().startsWith("2");
