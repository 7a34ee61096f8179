import type { JSX } from "react";
export interface FormProps {
  onSave: string;
  title?: string;
}
export function Form({ title }: FormProps): JSX.Element {
  return <form>{title}</form>;
}
