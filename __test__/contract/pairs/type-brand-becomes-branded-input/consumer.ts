import { cents, charge } from "./surface";
charge(12.5, "x"); charge(cents(3), "y");
