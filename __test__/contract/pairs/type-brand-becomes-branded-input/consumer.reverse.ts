import { cents, charge, type Cents } from "./surface";
const c: Cents = cents(3);
charge(c, "y");
