import { env } from "./surface";
export const p: string | undefined = env().PORT;
