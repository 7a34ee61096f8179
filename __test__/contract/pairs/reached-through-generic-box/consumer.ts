import { field } from "./surface";
field("age").value.toFixed();
