import { Component } from "react";
export interface PanelProps {
  open?: boolean;
  title: string;
}
export class Panel extends Component<PanelProps> {}
