import { createSetter } from "./surface";
createSetter()("on");
export {};
