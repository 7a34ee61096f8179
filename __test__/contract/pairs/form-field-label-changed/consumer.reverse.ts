import { form } from "./surface";
form.get("age").toFixed();
form.set("tags", ["a"]);
