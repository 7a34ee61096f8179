import { lazy, Suspense } from "react";
import { createRoot } from "react-dom/client";

const Button = lazy(() => import("shop/Button"));

const root = document.createElement("main");
document.body.append(root);
createRoot(root).render(
  <Suspense fallback="The shop is loading…">
    <Button onBuy={(article) => console.log("bought", article)}>Buy</Button>
  </Suspense>,
);
