import { form } from "./surface";
form.set("age", null);
