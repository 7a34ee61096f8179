import { field } from "./surface";
const one: "text" = field().kind;
field().id.trim();
export { one };
