interface Theme { colors: { fg: string; bg: string }; radius: number }
const light: Theme = { radius: 4, colors: { bg: "#fff", fg: "#000" } };
export { light as default };
export const themeNames: string[] = ["light"];
