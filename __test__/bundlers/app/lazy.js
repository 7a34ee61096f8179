import "./lazy.css";

export const bought = () => import("./lazier.js");
