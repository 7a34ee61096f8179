import type { ReactNode } from "react";
interface Props { title: string; footer?: ReactNode; children?: ReactNode }
export default function Card({ title, children }: Props) { return <section><h2>{title}</h2>{children}</section>; }
