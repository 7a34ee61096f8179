import { step } from "./surface";
step(0).name.trim(); step(1).amount.toFixed();
