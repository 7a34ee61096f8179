import { formState, validate } from "./surface";
export const e: string | undefined = formState().errors.address?.zip;
validate({ mail: "a", address: { zip: "1", city: "x" } });
