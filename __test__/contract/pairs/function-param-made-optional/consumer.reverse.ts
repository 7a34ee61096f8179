import { wait } from "./surface";
wait();
export {};
