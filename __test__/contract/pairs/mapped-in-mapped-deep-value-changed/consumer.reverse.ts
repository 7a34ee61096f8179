import { field } from "./surface";
export const count: number = field.a.value.value.value.value.value;
