import { getters } from "./surface";
export const m: string = getters().getName() + getters().getAge().toFixed();
