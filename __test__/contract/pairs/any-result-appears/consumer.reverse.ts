import { state } from "./surface";
export const n: number = state().code;
