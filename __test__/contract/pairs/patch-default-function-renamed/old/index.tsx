import type { JSX } from "react";
export default function HomePage(): JSX.Element {
  return <main />;
}
