import { form } from "./surface";
form.set("name", "a");
