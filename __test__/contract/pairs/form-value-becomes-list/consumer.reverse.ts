import { form } from "./surface";
form.set("tags", "a");
