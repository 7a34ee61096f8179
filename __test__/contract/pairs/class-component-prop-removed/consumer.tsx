import { ErrorBoundary } from "./surface";
export const a = <ErrorBoundary fallback="!" onReset={() => {}}>x</ErrorBoundary>;
