import { ErrorBoundary } from "./surface";
export const e = <ErrorBoundary fallback={() => null} resetKeys={[1]} />;
