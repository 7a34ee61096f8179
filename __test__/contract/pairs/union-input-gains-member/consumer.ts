import { align } from "./surface";
align("left");
export {};
