import { type JSX, type ReactNode } from "react";

/** What the button is given. */
export interface ButtonProps {
    /** What stands on it. */
    children: ReactNode;
    /** Told what was bought. */
    onBuy?: (article: string) => void;
}
/** What the shop exposes: a button that shows what was bought once it is pressed. */
export default function Button({ children, onBuy }: ButtonProps): JSX.Element;
