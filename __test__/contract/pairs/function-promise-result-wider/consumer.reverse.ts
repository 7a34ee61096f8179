import { fetchCount } from "./surface";
export const next = async (): Promise<number | null> => await fetchCount();
