import { useSink } from "./surface";
useSink((a, b) => a + b.trim());
