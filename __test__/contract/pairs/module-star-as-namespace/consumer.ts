import { math } from "./surface";
export const three: number = math.add(1, 2);
