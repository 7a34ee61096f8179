import type { JSX } from "react";
export interface SearchProps {
  onSearch(term: string): void;
}
export declare function Search(props: SearchProps): JSX.Element;
