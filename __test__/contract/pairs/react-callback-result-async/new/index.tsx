import type { JSX } from "react";
export interface FormProps {
  onSave: () => Promise<void>;
}
export declare function Form(props: FormProps): JSX.Element;
