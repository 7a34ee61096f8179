import { useInfinite } from "./surface";
useInfinite({ queryKey: ["a"], fetch: async ({ pageParam }: { readonly pageParam: number }) => [pageParam], initial: 0, next: (l) => l[0] });
