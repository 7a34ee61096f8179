import { model } from "./surface";
model({ a: 1 }).current = null;
