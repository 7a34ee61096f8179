import { version } from "react";
import { word } from "./word.js";

/** A chunk that is imported statically, one that is imported lazily, and one that the lazy one imports statically. */
export default function panel() {
  return `${word} with react ${version.split(".")[0]}`;
}

export async function open() {
  const { details } = await import("./details.js");
  return details();
}
