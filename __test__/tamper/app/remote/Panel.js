import { version } from "react";
import "./Panel.css";

/** What the matrix asks for: a sync chunk, its style, a shared chunk, and a lazy chunk with its style. */
export default function panel() {
  return `panel with react ${version.split(".")[0]}`;
}

export async function open() {
  const { details } = await import("./details.js");
  return details();
}
