import { useToggle } from "./surface";
export interface Disclosure { state: [boolean, () => void] }
export const d = (): Disclosure => ({ state: useToggle(true) });
