import type { JSX } from "react";
export interface SearchProps {
  onSearch(term: string | null): void;
}
export declare function Search(props: SearchProps): JSX.Element;
