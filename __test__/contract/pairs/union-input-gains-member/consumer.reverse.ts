import { align } from "./surface";
align("center");
export {};
