import { Clock } from "./surface";
new Clock().reset();
export {};
