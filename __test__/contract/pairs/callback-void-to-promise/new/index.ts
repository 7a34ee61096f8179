export interface FormProps { onSubmit: (data: FormData) => void | Promise<void>; id?: string }
export declare function mountForm(props: FormProps): void;
