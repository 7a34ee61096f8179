import { HttpError } from "./surface";
export const c = (e: unknown) => (e instanceof HttpError ? e.code : "");
