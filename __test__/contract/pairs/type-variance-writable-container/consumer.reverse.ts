import { box } from "./surface";
box().value = 3;
