import { max } from "./surface";
max(1).toFixed(); max(1, 2, 3).toFixed();
