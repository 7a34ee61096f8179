import type { HeaderMap } from "./surface";
interface Mine {
  accept: string;
}
const mine: Mine = { accept: "*" };
export const headers: HeaderMap = mine;
