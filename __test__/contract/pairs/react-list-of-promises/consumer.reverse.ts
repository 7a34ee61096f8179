import { Flag } from "./surface";
export const first = Flag({ name: "a" })[0];
