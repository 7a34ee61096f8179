import type { JSX, ReactNode } from "react";
export interface NoteProps {
  children: ReactNode;
}
export function Note({ children }: NoteProps): JSX.Element {
  return <p>{children}</p>;
}
