import { createElement } from "react";
import "./Button.css";
import { version } from "./version.js";

export default function Button() {
  return createElement("button", { type: "button", onClick: () => import("./lazy.js"), title: version }, "Buy");
}
