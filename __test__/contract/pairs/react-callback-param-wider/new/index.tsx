import type { JSX } from "react";
export interface ListProps {
  onSelect: (id: string | number) => void;
}
export function List({ onSelect }: ListProps): JSX.Element {
  return <ul onClick={() => onSelect("a")} />;
}
