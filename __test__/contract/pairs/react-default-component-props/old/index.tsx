import type { JSX } from "react";
export default function Page({ title }: { title: string }): JSX.Element {
  return <h1>{title}</h1>;
}
