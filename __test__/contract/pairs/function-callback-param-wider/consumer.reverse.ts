import { each } from "./surface";
each((value: string | number) => void String(value));
export {};
