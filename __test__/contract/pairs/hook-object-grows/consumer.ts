import { useCounter } from "./surface";
export const useTwice = (): number => useCounter().count * 2;
