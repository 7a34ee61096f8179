import type { JSX } from "react";
export interface FormProps {
  onSave: () => void;
}
export declare function Form(props: FormProps): JSX.Element;
