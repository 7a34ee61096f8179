import { Component, type ReactNode } from "react";
export interface BoundaryProps { children?: ReactNode; fallback: ReactNode; onReset?: () => void }
export class ErrorBoundary extends Component<BoundaryProps, { failed: boolean }> {
  state = { failed: false };
  render(): ReactNode { return this.state.failed ? this.props.fallback : this.props.children; }
}
