import { debounce } from "./surface";
export const run: () => void = debounce(() => {}, 5);
