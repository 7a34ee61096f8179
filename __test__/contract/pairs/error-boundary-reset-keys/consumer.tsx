import { ErrorBoundary, type ErrorBoundaryProps } from "./surface";
const p: ErrorBoundaryProps = { fallback: (e) => e.message };
export const e = <ErrorBoundary {...p}>x</ErrorBoundary>;
export class Own extends ErrorBoundary { override render() { return this.state.error?.message ?? super.render(); } }
ErrorBoundary.getDerivedStateFromError(new Error("x"));
