import { useCounter } from "./surface";
export const r = useCounter(s => s.reset);
