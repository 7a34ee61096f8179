import { createRoot } from "react-dom/client";
import Shell from "./Shell";

const root = document.createElement("div");
document.body.append(root);
createRoot(root).render(<Shell />);
