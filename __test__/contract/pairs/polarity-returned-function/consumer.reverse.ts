import { createSetter } from "./surface";
createSetter()("auto");
export {};
