import { useInfinite } from "./surface";
useInfinite({ queryKey: ["a"], fetch: async (p: number) => [p], initial: 0, next: (l) => l[0] }).pages.length;
