import { useSearch } from "./surface";
export function useTerm(): string {
  const [term] = useSearch();
  return term;
}
