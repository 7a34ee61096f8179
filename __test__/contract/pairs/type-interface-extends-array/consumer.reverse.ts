import { errors } from "./surface";
export const f = errors().first;
