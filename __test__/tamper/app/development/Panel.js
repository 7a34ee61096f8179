import { version } from "react";
import "./Panel.css";
import { text } from "./text.js";

/** What is edited: a module that takes updates, its style, and modules that the page has not loaded yet. */
export default function panel() {
  return `${text} with react ${version.split(".")[0]}`;
}

export async function open() {
  const { details } = await import("./details.js");
  return details();
}

/** Of the build that the page has come to. */
export const hash = () => __webpack_hash__;

if (import.meta.webpackHot) import.meta.webpackHot.accept("./text.js");
