import { prefetch } from "./surface";
prefetch(["a"], ({ signal }) => fetch("/", { signal }));
