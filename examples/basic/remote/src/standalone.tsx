import { createRoot } from "react-dom/client";
import Button from "./Button";

const root = document.createElement("main");
document.body.append(root);
createRoot(root).render(<Button onBuy={(article) => console.log("bought", article)}>Buy</Button>);
