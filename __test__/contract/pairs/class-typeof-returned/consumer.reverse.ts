import { modelFor } from "./surface";
export const r = new (modelFor("x"))("1").clone().id;
