import { ErrorBoundary, type BoundaryProps } from "./surface";
const p: BoundaryProps = { fallback: null };
export const a = <ErrorBoundary {...p}>x</ErrorBoundary>;
