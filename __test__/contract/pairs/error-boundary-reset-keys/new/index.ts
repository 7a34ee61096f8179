import { Component, type ReactNode } from "react";
export interface ErrorBoundaryProps { fallback: (error: Error) => ReactNode; resetKeys?: readonly unknown[]; children?: ReactNode }
export declare class ErrorBoundary extends Component<ErrorBoundaryProps, { error: Error | null }> {
  state: { error: Error | null };
  static getDerivedStateFromError(error: Error): { error: Error };
  render(): ReactNode;
}
