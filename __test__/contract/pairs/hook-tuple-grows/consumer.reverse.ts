import { useToggle } from "./surface";
export const useSetter = (): ((on: boolean) => void) => useToggle()[2];
