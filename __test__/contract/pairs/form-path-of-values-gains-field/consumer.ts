import { checkoutForm, touched } from "./surface";
checkoutForm.watch("address.zip");
export const e: string | undefined = checkoutForm.errors["address.street"];
checkoutForm.handleSubmit(v => console.log(v.address.street, touched("email")))();
