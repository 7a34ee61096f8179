import { Priority, enqueue } from "./surface";
enqueue(() => {}, Priority.None);
