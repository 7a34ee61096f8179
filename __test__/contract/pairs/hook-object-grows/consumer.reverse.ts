import { useCounter } from "./surface";
export const useReset = (): (() => void) => useCounter().reset;
