import { draft } from "./surface";
draft({ a: 1 }).a = 2;
