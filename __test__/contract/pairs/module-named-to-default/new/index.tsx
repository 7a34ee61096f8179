import type { JSX } from "react";
export default function Button(): JSX.Element {
  return <button>ok</button>;
}
