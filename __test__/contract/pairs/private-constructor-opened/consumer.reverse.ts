import { Uri } from "./surface";
export const u = new Uri("a://b");
