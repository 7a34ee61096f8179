import { Flag } from "./surface";
import { createElement } from "react";
export const flag = createElement(Flag, { name: "a" });
