interface Theme { colors: { fg: string; bg: string }; radius: number }
const theme: Theme = { colors: { fg: "#000", bg: "#fff" }, radius: 4 };
export default theme;
export const themeNames: string[] = ["light"];
