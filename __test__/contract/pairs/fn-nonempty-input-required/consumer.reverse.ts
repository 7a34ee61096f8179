import { race } from "./surface";
export const n: Promise<number> = race([async () => 1, async () => 2]);
