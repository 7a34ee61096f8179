import { provide } from "./surface";
provide(() => ({ weight: 3 }));
export {};
