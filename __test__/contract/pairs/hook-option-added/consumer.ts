import { useFetch } from "./surface";
export const useHome = (): string | undefined => useFetch({ url: "/" });
