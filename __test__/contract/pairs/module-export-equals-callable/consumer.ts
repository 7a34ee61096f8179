import colors from "./surface";
const s: colors.Styled = colors("x");
export const n = s.length + colors.red("y").length;
