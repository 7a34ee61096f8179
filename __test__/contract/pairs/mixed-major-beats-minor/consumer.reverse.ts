import { closeFile } from "./surface";
closeFile(1);
export {};
