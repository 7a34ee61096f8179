import { useToggle } from "./surface";
const t: [boolean, (n?: boolean) => void] = useToggle(true); export { t };
