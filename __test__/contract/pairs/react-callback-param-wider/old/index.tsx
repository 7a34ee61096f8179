import type { JSX } from "react";
export interface ListProps {
  onSelect: (id: string) => void;
}
export function List({ onSelect }: ListProps): JSX.Element {
  return <ul onClick={() => onSelect("a")} />;
}
