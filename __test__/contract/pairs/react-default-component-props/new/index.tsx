import type { JSX } from "react";
export default function Page({ title, lang }: { title: string; lang: string }): JSX.Element {
  return <h1 lang={lang}>{title}</h1>;
}
