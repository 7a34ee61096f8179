import { debounce } from "./surface";
export const n: number | undefined = debounce((a: string) => a.length).flush();
