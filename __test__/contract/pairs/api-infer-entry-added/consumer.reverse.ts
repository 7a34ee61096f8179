import { call } from "./surface";
call("/cart", undefined).then((count) => count.toFixed());
