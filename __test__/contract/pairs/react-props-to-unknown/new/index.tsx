import type { JSX } from "react";
export interface FormProps {
  onSave: string;
  title?: string;
}
export function Form(props: unknown): JSX.Element {
  return <form>{String(props)}</form>;
}
