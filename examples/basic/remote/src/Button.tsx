import { type JSX, lazy, type ReactNode, Suspense, useState } from "react";
import "./Button.css";

const Details = lazy(() => import("./Details"));

/** What the button is given. */
export interface ButtonProps {
  /** What stands on it. */
  children: ReactNode;
  /** Told what was bought. */
  onBuy?: (article: string) => void;
}

/** What the shop exposes: a button that shows what was bought once it is pressed. */
export default function Button({ children, onBuy }: ButtonProps): JSX.Element {
  const [bought, setBought] = useState(false);
  const buy = () => {
    setBought(true);
    onBuy?.("book");
  };
  return (
    <div className="shop">
      <button type="button" className="shop-button" onClick={buy}>
        {children}
      </button>
      {bought && (
        <Suspense fallback="…">
          <Details article="book" />
        </Suspense>
      )}
    </div>
  );
}
