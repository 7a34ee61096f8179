import type { JSX } from "react";
export interface NoteProps {
  children: string;
}
export function Note({ children }: NoteProps): JSX.Element {
  return <p>{children}</p>;
}
