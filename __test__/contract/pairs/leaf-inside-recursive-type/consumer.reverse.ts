import { loadThread } from "./surface";
export const name: string | null = loadThread("1").author.name;
