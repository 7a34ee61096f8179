import { lazy, Suspense, useState } from "react";
import "./Button.css";

const Details = lazy(() => import(/* webpackChunkName: "details" */ "./Details.jsx"));

/** What the shop exposes. A hook works only with the React that renders the page: there is one for both. */
export default function Button({ children }) {
  const [article] = useState("book");
  return (
    <div className="shop">
      <button type="button" className="shop-button">
        {children}
      </button>
      <Suspense fallback="…">
        <Details article={article} />
      </Suspense>
    </div>
  );
}
