import { version } from "react";

export default function panel() {
  return `panel with react ${version.split(".")[0]}`;
}

export async function open() {
  const { details } = await import("./details.js");
  return details();
}
