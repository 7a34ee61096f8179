import { field } from "./surface";
export const text: string = field.a.value.value.value.value.value;
