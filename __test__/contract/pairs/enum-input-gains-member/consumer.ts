import { enqueue, Priority } from "./surface";
enqueue("a", Priority.High);
export {};
