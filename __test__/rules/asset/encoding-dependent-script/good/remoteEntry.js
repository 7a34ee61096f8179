export const a = "groß";
