import { enqueue, Priority } from "./surface";
enqueue("a", Priority.Urgent);
export {};
