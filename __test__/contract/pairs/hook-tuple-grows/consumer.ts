import { useToggle } from "./surface";
export const usePair = (): [boolean, () => void] => useToggle();
