import { fetchCount } from "./surface";
export const next = async (): Promise<number> => (await fetchCount()) + 1;
