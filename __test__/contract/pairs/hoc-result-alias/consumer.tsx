import { withTheme, type ThemeProps } from "./surface";
function Title({ theme, text }: ThemeProps & { text: string }) { return <h1 style={{ color: theme.primary }}>{text}</h1>; }
const T = withTheme(Title); export const a = <T text="x" />;
