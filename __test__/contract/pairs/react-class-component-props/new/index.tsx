import { Component, type ReactNode } from "react";
export interface ChartProps { points: readonly number[]; theme?: "light" | "dark"; height: number }
export interface ChartState { hovered: number | null }
export class Chart extends Component<ChartProps, ChartState> {
  override state: ChartState = { hovered: null };
  override render(): ReactNode { return <svg height={this.props.height}>{this.props.points.length}</svg>; }
}
export const emptyPoints: readonly number[] = [];
