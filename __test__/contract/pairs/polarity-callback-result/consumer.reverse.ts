import { provide } from "./surface";
provide(() => ({ weight: "3kg" }));
export {};
