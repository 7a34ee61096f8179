import { wait } from "./surface";
wait(20);
export {};
