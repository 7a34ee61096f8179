import { debounce } from "./surface";
export const delay: number = debounce(() => {}, { delay: 3 }).options.delay;
