import { Handle } from "./surface";
Handle.open().close();
export {};
