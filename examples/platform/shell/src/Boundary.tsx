import { Component, type ReactNode } from "react";

/** React takes a whole page down for an error that nobody catches; a remote is somebody else's code. */
export class Boundary extends Component<{ children: ReactNode; fallback(error: unknown): ReactNode }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? this.props.children : this.props.fallback(this.state.error);
  }
}
