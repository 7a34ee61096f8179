import { delay } from "./surface";
export const later: Promise<void> = delay(5);
