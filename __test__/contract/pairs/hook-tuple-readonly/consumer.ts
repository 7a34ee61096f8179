import { useSize } from "./surface";
export const usePair = (): [number, number] => useSize();
