import { Volume } from "./surface";
new Volume().value = 3;
export {};
