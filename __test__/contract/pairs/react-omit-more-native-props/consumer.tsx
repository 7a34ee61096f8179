import { SubmitButton } from "./surface";
export const v = <SubmitButton busy formAction="/pay">Pay</SubmitButton>;
