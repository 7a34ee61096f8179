import type { JSX } from "react";
export default function Landing(): JSX.Element {
  return <main />;
}
