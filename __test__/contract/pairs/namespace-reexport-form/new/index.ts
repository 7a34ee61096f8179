import * as money from "./money";
export { money };
