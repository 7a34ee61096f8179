import { useToggle } from "./surface";
export function Box(): [boolean, () => void] { const pair: [boolean, () => void] = useToggle(true); return pair; }
