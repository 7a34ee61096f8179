import { builder } from "./surface";
export const r = builder().with("a", 1).without("a").build();
