import { defineStore } from "./surface";
export const use = defineStore("c", { state: () => ({ n: 0 }), actions: { inc() { this.n++; } } });
