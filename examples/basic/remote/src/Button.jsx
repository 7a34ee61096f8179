import { lazy, Suspense, useState } from "react";
import "./Button.css";

const Details = lazy(() => import("./Details.jsx"));

/** What the shop exposes: a button that shows what was bought once it is pressed. */
export default function Button({ children, onBuy }) {
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
