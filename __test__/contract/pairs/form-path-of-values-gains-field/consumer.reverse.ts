import { checkoutForm } from "./surface";
checkoutForm.watch("address.country");
