export const word = "panel";
