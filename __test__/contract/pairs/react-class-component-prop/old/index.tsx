import { Component } from "react";
export interface PanelProps {
  open?: boolean;
}
export class Panel extends Component<PanelProps> {}
