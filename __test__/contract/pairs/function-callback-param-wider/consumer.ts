import { each } from "./surface";
each((value: string) => void value.trim());
export {};
