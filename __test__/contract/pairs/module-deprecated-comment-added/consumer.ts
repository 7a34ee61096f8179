import { api } from "./surface";
export const p = api().fetch("x").then(() => api().load("y"));
