import { firstOf } from "./surface";
firstOf<number>()?.toFixed();
