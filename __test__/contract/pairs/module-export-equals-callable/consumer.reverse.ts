import colors from "./surface";
export const n = colors.gray("y").toString();
