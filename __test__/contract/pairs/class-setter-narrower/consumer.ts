import { Field } from "./surface";
export const set = (field: Field): void => {
  field.value = 1;
};
