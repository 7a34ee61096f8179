import { Socket } from "./surface";
new Socket("x").on("message", (d, n) => { n.toFixed(); d; }).on("close", () => {}).wait("open").then(([u]) => u.trim());
